"""Loading documents: their records, batch by batch, into the graph, with a report that accounts for every one.

While the server writes one batch, the next one is read and prepared: reading takes the processor here, writing takes it there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import cast

import msgspec

from graph.load.as_before import take_as_before
from graph.load.author_facts import refresh_authors
from graph.load.batch import write_batch
from graph.load.claims import Claim, ClaimId, prepare_each
from graph.load.node_rows import Row, Rows
from graph.load.plan import Plan
from graph.load.reading import AnyClaim, Document, OpenDocument, add_owner
from graph.load.report import DocumentReport, LoadReport, Note
from graph.load.steps import READING, WRITING, Steps
from graph.queries.bound import Queries, Run
from graph.queries.rows import rows_as, uids_from
from graph.schema.form import hold
from loaders.counted import counted

BATCH_RECORDS = 1000

Progress = Callable[[int, int], None]
"""Told the number of records read so far, and of documents read to their end."""


class Loading:
    """Loads documents one after another; `finish` gives the report. Each batch is one transaction, so a break loses nothing
    that was written and loading again goes on from there. `prepare_all` prepares the claims of a batch."""

    def __init__(
        self, queries: Queries, progress: Progress | None = None, steps: Steps | None = None,
        prepare_all: Callable[[Sequence[Claim]], None] = prepare_each,
    ) -> None:  # fmt: skip
        self._queries = queries
        self._progress = progress
        self._prepare_all = prepare_all
        self._steps = steps or Steps()
        self._waiting: list[tuple[OpenDocument, AnyClaim]] = []
        self._under_way: tuple[list[tuple[OpenDocument, AnyClaim]], Future[Plan]] | None = None
        self._new_documents: dict[str, OpenDocument] = {}
        self._ended: list[OpenDocument] = []
        self._records = 0
        self._documents = 0
        self.report = LoadReport()

    def add(self, document: Document) -> None:
        """Read one document; its records are written when a batch is full, the rest by `finish`."""
        opened = OpenDocument.of(document)
        self.report.documents.append(opened.report)
        with self._steps.during(WRITING):
            is_as_before = take_as_before(self._queries, opened)
        if is_as_before:
            self._records += opened.report.unchanged
            self._documents += 1
            self._tell()
            return
        # Of one content in two places the first stays: so it does where a batch lies between them.
        self._new_documents.setdefault(document.uid, opened)
        try:
            with self._steps.during(READING, f"reading {document.location}"):
                for claim in self._claims(opened):
                    self._waiting.append((opened, claim))
                    if len(self._waiting) >= BATCH_RECORDS:
                        self._flush()
        except BaseException:
            # Whoever closes the connection now must not do so in the middle of a batch.
            if self._under_way:
                wait([self._under_way[1]])
            raise
        self._ended.append(opened)
        self._documents += 1
        self._tell()

    def add_unreadable(self, location: str, error: Exception) -> None:
        """List a document of which nothing could be read."""
        self.report.documents.append(DocumentReport.of_unreadable(location, error))
        self._documents += 1
        self._tell()

    def finish(self) -> LoadReport:
        """Write what is left and return the report."""
        self._flush()
        self._await_batch()
        with self._steps.during(WRITING):
            self._end_documents()
        self.report.seconds_by_step = self._steps.seconds()
        return self.report

    def _end_documents(self) -> None:
        for opened in self._ended:
            opened.report.check_declared_counts()
        rows = [opened.row(complete=True) for opened in self._ended]
        if rows:
            self._queries.write("merge_documents", rows=rows)
        for opened in self._ended:
            self._forget_vanished(opened)

    def _claims(self, opened: OpenDocument) -> Iterator[AnyClaim]:
        for claim in opened.claims():
            self._records += 1
            self._tell()
            yield claim

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        documents, self._new_documents = list(self._new_documents.values()), {}
        if not waiting and not documents:
            return
        claims = list({claim.id: claim for _, claim in waiting}.values())
        self._prepare(claims)
        self._await_batch()
        writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        # Their rows are made now: reading goes on, and may change what is known of a document.
        rows, owners = [opened.row(complete=False) for opened in documents], Rows()
        for opened in documents:
            if opened.owner:
                add_owner(owners, opened.document.uid, opened.owner)
        work = partial(_write, documents=rows, owners=owners, claims=claims)
        self._under_way = waiting, writer.submit(self._queries.write_together, work)
        writer.shutdown(wait=False)

    def _prepare(self, claims: Iterable[AnyClaim]) -> None:
        """Prepare the claims that the graph does not hold yet. Whatever changes meanwhile, the batch itself looks again."""
        works = {claim.id.key: claim for claim in claims if isinstance(claim, Claim)}
        with self._steps.during(WRITING):
            rows = self._queries.read("claim_hashes", claims=sorted(works)) if works else []
        stored_hashes = {row["claim"]: row["hash"] for row in rows}
        self._prepare_all([claim for key, claim in works.items() if stored_hashes.get(key) != claim.hash])

    def _await_batch(self) -> None:
        """Wait until the batch under way is written, and count what became of its records."""
        if not self._under_way:
            return
        (waiting, written), self._under_way = self._under_way, None
        with self._steps.during(WRITING):
            plan = written.result()
        counted: set[ClaimId] = set()
        for opened, claim in waiting:
            if claim.id in counted or claim.id in plan.unchanged:
                opened.report.unchanged += 1
            elif claim.id in plan.joined:
                opened.report.joined += 1
            else:
                opened.report.new += 1
            counted.add(claim.id)

    def _forget_vanished(self, opened: OpenDocument) -> None:
        """Take out what an earlier reading of the same document saw and this one does not, and tell so. Where this one could read
        nothing, as with a column that is not there, what the earlier one saw stays."""
        count = self._queries.read("count_records", document=opened.document.uid)[0]["records"]
        if count == opened.seen.count:
            return
        held = _records_of(self._queries, opened.document.uid)
        vanished = [number for number in held if number not in opened.seen]
        told = counted(len(vanished), "record")
        if not opened.seen.count and opened.report.rejected:
            stays = f"{told} of it that were read before stay as they are; `scholargraph unload` takes them out"
            opened.report.warnings.append(Note("document", stays))
        elif vanished:
            gone = f"{told} of it that were read before and are not there now are taken out"
            opened.report.warnings.append(Note("document", gone))
            remove_records(self._queries, [ClaimId(opened.document.uid, number) for number in vanished])

    def _tell(self) -> None:
        if self._progress:
            self._progress(self._records, self._documents)


def remove_records(queries: Queries, places: Iterable[ClaimId]) -> None:
    """Take these records' facts out of the graph, batch by batch, leaving what other documents also say."""
    remaining = list(places)
    while remaining:
        batch, remaining = remaining[:BATCH_RECORDS], remaining[BATCH_RECORDS:]
        queries.write_together(partial(_remove, places=batch))


def _remove(run: Run, places: Sequence[ClaimId]) -> None:
    hold(run)
    write_batch(run, [], places)


class _StoredRecord(msgspec.Struct, frozen=True, gc=False):
    """A record of a document, by its number."""

    record: int


def _records_of(queries: Queries, document: str) -> list[int]:
    return [stored.record for stored in rows_as(_StoredRecord, queries.read, "records_of_document", document=document)]


def remove_document(queries: Queries, uid: str) -> int:
    """Take a document and its facts out of the graph; the number of records that it had."""
    records = _records_of(queries, uid)
    remove_records(queries, [ClaimId(uid, record) for record in records])

    def drop(run: Run) -> None:
        hold(run)
        owners = uids_from(run, "forget_owner", document=uid)
        institutions = uids_from(run, "institutions_of", authors=owners)
        run("delete_document", uid=uid)
        refresh_authors(run, owners)
        run("delete_orphan_authors", uids=owners)
        run("delete_orphan_institutions", uids=institutions)
        run("mark_ungrouped")

    queries.write_together(drop)
    return len(records)


def _write(run: Run, documents: Sequence[Row], owners: Rows, claims: Sequence[AnyClaim]) -> Plan:
    hold(run)
    if documents:
        run("merge_documents", rows=documents)
    if owners.institutions:
        run("merge_institutions", rows=[owners.institutions[uid] for uid in sorted(owners.institutions)])
    if owners.owners:
        run("describe_owners", rows=owners.owners)
    plan = write_batch(run, claims)
    refresh_authors(run, {cast(str, row["author"]) for row in owners.owners})
    return plan
