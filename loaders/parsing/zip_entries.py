"""The entries of a zip archive as sources. What is zipped and a document itself (workbooks, .docx, .epub) is no archive here."""

import errno
import io
import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO, cast

from loaders.parsing.compression import decompressed, unpacked
from loaders.parsing.source import Opener, Source
from loaders.records import Remark

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_PARTS_OF_A_DOCUMENT = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
_ENCRYPTED = 0x1
_IN_UTF_8 = 0x800
_MOST_HELD = 512 * 1024 * 1024
_BAD = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, LookupError)


@dataclass(frozen=True)
class _Entry:
    """Opens one entry of an archive. By its number: of two entries of one name each is one."""

    archive: Opener
    number: int

    def __call__(self) -> BinaryIO:
        try:
            archive = _opened(self.archive, os.getpid())
            entry = archive.infolist()[self.number]
            stream = cast(BinaryIO, archive.open(entry))
            return unpacked(stream, stream, entry.compress_size)
        except _BAD as error:
            raise OSError(errno.EIO, f"the zip archive is damaged: {error}; get it again") from error


def is_zip_of_documents(source: Source, start: bytes) -> bool:
    """Whether what begins so, unpacked, is a zip archive that is not itself a document. May raise OSError."""
    if not start.startswith(_MAGIC):
        return False
    _opened.cache_clear()  # a file of that name may have been another one before
    try:
        names = _opened(source.opener, os.getpid()).namelist()
    except _BAD:
        # Whether it is a damaged archive or a damaged workbook, its beginning tells.
        return not any(part.encode() in start for part in _PARTS_OF_A_DOCUMENT)
    return not any(part in names for part in _PARTS_OF_A_DOCUMENT)


def zip_entries(source: Source) -> Iterator[Source | Remark]:
    """The files in the archive, and a remark for each entry that is none; a source that cannot be read where the
    archive is damaged."""
    try:
        entries = _opened(source.opener, os.getpid()).infolist()
    except _BAD as error:
        yield Source.unreadable(source.location, f"the zip archive is damaged or truncated ({error}); get it again")
        return
    for number, entry in enumerate(entries):
        # Damage may leave an entry without a name, of which Python cannot say whether it is a folder.
        location = f"{source.location}/{shown(_name(entry)) or f'entry {number + 1}'}"
        if entry.filename and entry.is_dir():
            continue
        if stat.S_ISLNK(entry.external_attr >> 16):
            yield Remark(location, "a link")
        elif entry.flag_bits & _ENCRYPTED:
            yield Remark(location, "it is encrypted; unpack it with its password, and load what it holds")
        elif not _can_be_unpacked(entry):
            yield Remark(location, "it is packed by a method that is not read; unpack it, and load what it holds")
        else:
            yield Source(location, _Entry(source.opener, number), entry.file_size)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry. Programs write it in UTF-8 without saying so, and Python takes it for the code page of DOS."""
    if entry.flag_bits & _IN_UTF_8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def shown(name: str) -> str:
    """The name of an entry as part of a location."""
    return "".join(character if character.isprintable() else "\ufffd" for character in name.replace("\\", "/"))


def _can_be_unpacked(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


@lru_cache(maxsize=4)
def _opened(archive: Opener, process: int) -> zipfile.ZipFile:  # noqa: ARG001 - a file that is open is open in one process
    """The archive, its directory read. It is kept open, because its entries are opened one after another, each several times."""
    stream = decompressed(archive())
    if stream.seekable():
        return zipfile.ZipFile(stream)
    # An archive that is compressed, or in an archive. Its directory stands at its end, so that it cannot be read in passing.
    with stream:
        data = stream.read(_MOST_HELD + 1)
    if len(data) > _MOST_HELD:
        raise OSError(errno.EFBIG, "an archive within something packed that is too large to be held in memory; unpack it")
    return zipfile.ZipFile(io.BytesIO(data))
