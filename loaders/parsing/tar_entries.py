"""The entries of a tar archive as sources. In one that is compressed they can only be read in turn."""

import errno
import io
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO, cast

from loaders.parsing.compression import decompressed
from loaders.parsing.source import Opener, Source
from loaders.parsing.zip_entries import shown
from loaders.records import Remark

_HELD = 32 * 1024 * 1024
_BLOCK = 1024 * 1024
_DAMAGED = "the tar archive is damaged or truncated; get it again"


def is_tar(start: bytes) -> bool:
    """Whether what begins so, unpacked, begins with the header of an entry, whose checksum must be right."""
    try:
        tarfile.TarInfo.frombuf(start[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def tar_entries(source: Source) -> Iterator[Source | Remark]:
    """The files in the archive, and a remark for each entry that is none; behind what is whole a source that cannot be
    read where the archive is damaged."""
    _in_turn.cache_clear()  # a file of that name may have been another one before
    with source.opener() as lying, decompressed(lying) as stream:
        is_packed = stream is not lying or not lying.seekable()
        try:
            counted = _Counted(stream)
            with tarfile.open(fileobj=counted, mode="r|", errors="surrogateescape") as archive:  # type: ignore[call-overload]
                for entry in archive:
                    location = f"{source.location}/{shown(entry.name)}"
                    if entry.isreg() and not entry.issparse():
                        opener = _Entry(source.opener, entry.offset_data, entry.size, is_packed)
                        yield Source(location, opener, entry.size, comes_in_turn=is_packed)
                    elif not entry.isdir():
                        yield Remark(location, f"a link to {shown(entry.linkname)}" if entry.linkname else "no plain file")
                if counted.given < archive.offset + tarfile.BLOCKSIZE:
                    raise tarfile.ReadError("its end is missing")
        except (tarfile.TarError, OSError) as error:
            reason = getattr(error, "strerror", None) or error
            yield Source.unreadable(source.location, f"the tar archive is damaged or truncated ({reason}); get it again")


class _Counted:
    """A stream that counts what it gave: tarfile takes an archive that ends between two entries, or in a header, for whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.given = 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.given += len(data)
        return data


@dataclass(frozen=True)
class _Entry:
    """Opens one entry of an archive, by its place in the unpacked bytes."""

    archive: Opener
    start: int
    size: int
    is_packed: bool

    def __call__(self) -> BinaryIO:
        if self.is_packed and self.size <= _HELD:
            return io.BytesIO(_in_turn(self.archive, os.getpid()).entry(self.start, self.size))
        stream = self.archive()
        if self.is_packed:
            stream = decompressed(stream)
            _skip(stream, self.start)
        else:
            stream.seek(self.start)
        return cast(BinaryIO, io.BufferedReader(_Part(stream, self.size), _BLOCK))


class _InTurn:
    """A compressed archive that is read once from its beginning to its end, as long as its entries are asked for in turn."""

    def __init__(self, archive: Opener) -> None:
        self._archive = archive
        self._stream: BinaryIO | None = None
        self._at = 0
        self._last: tuple[int, bytes] = (-1, b"")

    def entry(self, start: int, size: int) -> bytes:
        if self._last[0] != start:
            if self._stream is None or start < self._at:
                self._stream, self._at = decompressed(self._archive()), 0
            _skip(self._stream, start - self._at)
            data = self._stream.read(size)
            self._at = start + len(data)
            if len(data) < size:
                raise OSError(errno.EIO, _DAMAGED)
            self._last = start, data
        return self._last[1]


@lru_cache(maxsize=4)
def _in_turn(archive: Opener, process: int) -> _InTurn:  # noqa: ARG001 - a file that is open is open in one process
    return _InTurn(archive)


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0 and (block := stream.read(min(size, _BLOCK))):
        size -= len(block)


class _Part(io.RawIOBase):
    """The next bytes of a stream, and no more."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._start = 0 if not stream.seekable() else stream.tell()
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._stream.seek(self._start + self._at)
        return self._at

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self._stream.read(min(len(view), self._size - self._at))
        if not data and self._at < self._size:
            raise OSError(errno.EIO, _DAMAGED)
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
