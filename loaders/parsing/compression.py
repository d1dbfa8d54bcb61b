"""Compressed documents read as what they hold: gzip, xz, bzip2 and Zstandard, told by their first bytes.

What is compressed twice is unpacked twice. What makes very much of very little, as files do that are made to fill disks, is not
unpacked to its end.
"""

import bz2
import errno
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

import zstandard

_DAMAGE = (EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, gzip.BadGzipFile, zipfile.BadZipFile, OSError)
_OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], object]], ...] = (
    (b"\x1f\x8b", lambda packed: gzip.GzipFile(fileobj=packed)),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"BZh", bz2.BZ2File),
    (b"\x28\xb5\x2f\xfd", lambda packed: _Frames(packed)),
)
_LONGEST_MAGIC = 6
_LAYERS = 3
MOST_TIMES = 200
"""How many times its size what is packed may hold; bibliographic data hold 4 to 40 times theirs."""
UNCHECKED = 64 * 1024 * 1024
"""So many bytes may be unpacked of anything."""
_BLOCK = 128 * 1024


class _Reader(Protocol):
    def read1(self, size: int, /) -> bytes: ...


def decompressed(stream: BinaryIO) -> BinaryIO:
    """A stream of the document's own bytes: decompressed where the stream is compressed, else as it is.

    Only what is asked for is unpacked, so that a small file cannot fill the memory. Closing the result closes `stream`. Reading
    raises OSError where the compressed data are damaged or truncated.
    """
    for _ in range(_LAYERS):
        magic = beginning(stream, _LONGEST_MAGIC)
        unpack = next((unpack for known, unpack in _OPENERS if magic.startswith(known)), None)
        if unpack is None:
            break
        stream = unpacked(unpack(stream), stream)
    return stream


def unpacked(reader: object, packed: BinaryIO, size: int | None = None) -> BinaryIO:
    """The stream of what `reader` unpacks of `packed`, which is `size` bytes long, or as long as was read of it."""
    return cast(BinaryIO, _Patient(_Unpacked(cast(_Reader, reader), packed, size), _BLOCK))


def is_too_much(held: int, packed: int) -> bool:
    """Whether so many bytes are more than so many packed ones may hold."""
    return held > max(UNCHECKED, MOST_TIMES * packed)


def beginning(stream: BinaryIO, size: int) -> bytes:
    """The next bytes of a stream, which stays where it is."""
    if not stream.seekable():
        return cast(io.BufferedReader, stream).peek(size)[:size]
    start = stream.tell()
    found = stream.read(size)
    stream.seek(start)
    return found


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a compressed stream, all kinds of damage told as one."""

    def __init__(self, reader: _Reader, packed: BinaryIO, size: int | None) -> None:
        self._reader = reader
        self._packed = packed
        self._size = size
        self._given = 0

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given

    def packed_bytes(self) -> int:
        """How many bytes lie there for those that were given: of what is packed twice, those of the outermost packing."""
        if self._size is not None:
            return self._size
        below = getattr(self._packed, "raw", None)
        return below.packed_bytes() if isinstance(below, _Unpacked) else self._packed.tell()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            # One step at a time: what was whole before the damage is not lost with it.
            data = self._reader.read1(len(view))
        except _DAMAGE as error:
            raise OSError(errno.EIO, f"the compressed data are damaged or truncated: {error}") from error
        self._given += len(data)
        if is_too_much(self._given, self.packed_bytes()):
            raise OSError(
                errno.EIO, f"it holds more than {MOST_TIMES} times its size; if that is meant, unpack it and load what it holds"
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()


class _Patient(io.BufferedReader):
    """Gives what came before the damage first: `read` raises only where it has nothing else to give."""

    def read(self, size: int | None = -1, /) -> bytes:
        pieces: list[bytes] = []
        wanted = -1 if size is None else size
        while wanted:
            try:
                block = self.read1(wanted if wanted > 0 else _BLOCK)
            except OSError:
                if pieces:
                    break
                raise
            if not block:
                break
            pieces.append(block)
            wanted -= len(block) if wanted > 0 else 0
        return b"".join(pieces)


class _Frames:
    """The frames of a Zstandard file one after another. An unfinished last frame is an error, as with the other formats."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._inside = False
        self._ready = b""

    def read1(self, size: int, /) -> bytes:
        while not self._ready:
            rest = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._inside = zstandard.ZstdDecompressor().decompressobj(), False
            block = rest or self._packed.read(_BLOCK // 16)
            if not block:
                if self._inside:
                    raise EOFError("the last frame is not complete")
                return b""
            self._inside = True
            self._ready = self._frame.decompress(block)
        data, self._ready = self._ready[:size], self._ready[size:]
        return data
