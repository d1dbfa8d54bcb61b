"""Compressed documents read as what they hold: gzip, xz, bzip2 and Zstandard, told by their first bytes."""

import bz2
import errno
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

import zstandard

_DAMAGE = (EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, gzip.BadGzipFile, OSError)
_OPENERS: tuple[tuple[bytes, Callable[[BinaryIO], object]], ...] = (
    (b"\x1f\x8b", lambda packed: gzip.GzipFile(fileobj=packed)),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"BZh", bz2.BZ2File),
    (b"\x28\xb5\x2f\xfd", lambda packed: _Frames(packed)),
)
_LONGEST_MAGIC = 6
_BLOCK = 128 * 1024


class _Reader(Protocol):
    def read1(self, size: int, /) -> bytes: ...


def decompressed(stream: BinaryIO) -> BinaryIO:
    """A stream of the document's own bytes: decompressed where the stream is compressed, else as it is.

    Only what is asked for is unpacked, so that a small file cannot fill the memory. Closing the result closes `stream`. Reading
    raises OSError where the compressed data are damaged or truncated.
    """
    start = stream.tell()
    magic = stream.read(_LONGEST_MAGIC)
    stream.seek(start)
    for known, unpack in _OPENERS:
        if magic.startswith(known):
            return cast(BinaryIO, _Patient(_Unpacked(cast(_Reader, unpack(stream)), stream), _BLOCK))
    return stream


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a compressed stream, all kinds of damage told as one."""

    def __init__(self, reader: _Reader, packed: BinaryIO) -> None:
        self._reader = reader
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            # One step at a time: what was whole before the damage is not lost with it.
            data = self._reader.read1(len(view))
        except _DAMAGE as error:
            raise OSError(errno.EIO, f"the compressed data are damaged or truncated: {error}") from error
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
