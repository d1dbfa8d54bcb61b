"""What can be asked about institutions and countries, as Python calls: one short delegation to a stored query each."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class PlaceQuestions(ABC, Generic[Answer]):
    """The questions about institutions and countries. An institution is named by the name or uid of any of its records, which are
    taken together; a `country` by its name or its code of ISO 3166 ("JP"), by which it stands in answers. Only papers from the
    year `since` on and up to `until` count, where these are given. `left_out`, on every row, is how many more rows there are than
    `limit`. All raise as `query` does."""

    @abstractmethod
    def query(self, name: str, /, **params: object) -> Answer:
        """The result of a stored read query."""

    def institution_people(
        self, institution: str, *, since: int | None = None, until: int | None = None, limit: int | None = 25
    ) -> Answer:
        """Who names an institution on most papers: `uid`, `name`, `papers`, `of_papers` (the person's of the same years) and the
        `share` of them, `of_institution` and `institution_share`, `first_year`, `last_year`, `left_out`."""
        return self.query("institution_people", institution=institution, since=since, until=until, limit=limit)

    def institution_partners(
        self, institution: str, *, since: int | None = None, until: int | None = None, limit: int | None = 25
    ) -> Answer:
        """Which other organisations stand on the same papers: `uid`, `name`, `country`, `papers`, `of_institution` and the
        `share` of them, `first_year`, `last_year`, `left_out`."""
        return self.query("institution_partners", institution=institution, since=since, until=until, limit=limit)

    def country_counts(self, *, since: int | None = None, until: int | None = None, limit: int | None = None) -> Answer:
        """From which countries papers come, most papers first: `country`, `papers`, `people`, `institutions`, `first_year`,
        `last_year`, `unplaced` (papers of institutions of which no country is known), `left_out`."""
        return self.query("country_counts", since=since, until=until, limit=limit)

    def country_people(
        self, country: str, *, since: int | None = None, until: int | None = None, limit: int | None = 25
    ) -> Answer:
        """Who names an institution in a country on most papers: `uid`, `name`, `papers`, `of_papers` (the person's of the same
        years) and the `share` of them, `first_year`, `last_year`, `left_out`."""
        return self.query("country_people", country=country, since=since, until=until, limit=limit)

    def country_institutions(
        self, country: str, *, since: int | None = None, until: int | None = None, limit: int | None = 25
    ) -> Answer:
        """The organisations of a country that are named on most papers: `uid`, `name`, `papers`, `of_country` and the `share` of
        them, `people`, `first_year`, `last_year`, `left_out`."""
        return self.query("country_institutions", country=country, since=since, until=until, limit=limit)

    def country_partners(
        self, country: str, *, since: int | None = None, until: int | None = None, limit: int | None = 25
    ) -> Answer:
        """With which other countries a country stands on papers: `country`, `papers`, `of_country` and the `share` of them,
        `first_year`, `last_year`, `left_out`."""
        return self.query("country_partners", country=country, since=since, until=until, limit=limit)
