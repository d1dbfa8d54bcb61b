"""The formats that are read, one row each. `loaders.recognition` tells from its content of which a document is."""

from collections.abc import Callable
from dataclasses import dataclass

from loaders import ris
from loaders.acl import anthology as acl_anthology
from loaders.acl import people as acl_people
from loaders.ads import search as ads
from loaders.aminer import network as aminer
from loaders.aminer import tagged as aminer_tagged
from loaders.arxiv import atom as arxiv_atom
from loaders.arxiv import oai as arxiv_oai
from loaders.arxiv import snapshot as arxiv_snapshot
from loaders.arxiv import unarxive
from loaders.author_lists.remarks import with_name_remarks
from loaders.bibtex import reader as bibtex
from loaders.crossref import deposit_xml as crossref_xml
from loaders.crossref import works as crossref
from loaders.csl import csl_json, csl_yaml, zotero
from loaders.datacite import dois as datacite
from loaders.datacite import xml as datacite_xml
from loaders.dblp import search as dblp_search
from loaders.dblp import xml as dblp
from loaders.dimensions import publications as dimensions
from loaders.dublin_core import oai_dc
from loaders.endnote import enw as endnote_tagged
from loaders.endnote import refworks
from loaders.endnote import xml as endnote_xml
from loaders.europe_pmc import search as europe_pmc
from loaders.fields.unread_remarks import with_unread_remarks
from loaders.grobid import tei as grobid_tei
from loaders.hal import search as hal
from loaders.inspire import literature as inspire
from loaders.jats import articles as jats
from loaders.lens import works as lens
from loaders.libraries import marc21, marcxml, mods
from loaders.openaire import products as openaire
from loaders.openalex import merged_ids as openalex_merged_ids
from loaders.openalex import works as openalex
from loaders.orcid import record as orcid_record
from loaders.orcid import xml as orcid_xml
from loaders.pages import arxiv_listing, author_name_cluster, paper_list, researcher_profile
from loaders.parsing.source import Source
from loaders.pubmed import esummary as pubmed_esummary
from loaders.pubmed import nbib
from loaders.pubmed import xml as pubmed_xml
from loaders.records import Items
from loaders.scopus import api as scopus_api
from loaders.semantic_scholar import reader as semantic_scholar
from loaders.tables import (
    cord19_csv,
    dimensions_csv,
    embase_csv,
    google_scholar_csv,
    ieee_xplore_csv,
    jabref_csv,
    lens_csv,
    openalex_csv,
    opencitations_csv,
    publish_or_perish_csv,
    pubmed_csv,
    scopus_csv,
    springer_csv,
    table,
    zotero_csv,
)
from loaders.tables.known_table import KnownTable
from loaders.web_of_science import table as web_of_science_table
from loaders.web_of_science import tagged as web_of_science
from loaders.wikidata import results as wikidata


@dataclass(frozen=True)
class Format:
    """A format: its name, what it is in a few words, whether the beginning of a text is of it, and its reader.

    The reader takes the `Source`; where the format does not say whose page it is (`takes_author`), also `author=` the name;
    where its columns may be named by the caller (`takes_columns`), also `columns=` and `author_separator=`. `known_table` is the
    table that is known by its columns. `instead_of` names formats that are told by less: what fits this one and those is of this
    one. A format `is_general` where it is told by so little that any other one that fits goes before it. `is_start` says of a
    format that is no text whether bytes begin it.
    """

    name: str
    about: str
    recognise: Callable[[str], bool]
    reader: Callable[..., Items]
    takes_author: bool = False
    takes_columns: bool = False
    known_table: KnownTable | None = None
    instead_of: tuple[str, ...] = ()
    is_general: bool = False
    is_start: Callable[[bytes], bool] | None = None

    def read(self, source: Source, **given: object) -> Items:
        """The document's items, with a remark for whatever stands in an author list and could not be read, and one
        each for years and counts that are none."""
        return with_unread_remarks(with_name_remarks(self.reader(source, **given)))


def _of(known: KnownTable) -> Format:
    return Format(known.name, known.about, known.recognise, known.read, known_table=known)


FORMATS: tuple[Format, ...] = (
    Format(
        researcher_profile.NAME,
        researcher_profile.ABOUT,
        researcher_profile.recognise,
        researcher_profile.read,
        instead_of=(author_name_cluster.NAME, paper_list.NAME),
    ),
    Format(
        author_name_cluster.NAME,
        author_name_cluster.ABOUT,
        author_name_cluster.recognise,
        author_name_cluster.read,
        instead_of=(paper_list.NAME,),
    ),
    Format(paper_list.NAME, paper_list.ABOUT, paper_list.recognise, paper_list.read),
    Format(openalex.NAME, openalex.ABOUT, openalex.recognise, openalex.read),
    Format(openalex_merged_ids.NAME, openalex_merged_ids.ABOUT, openalex_merged_ids.recognise, openalex_merged_ids.read),
    Format(crossref.NAME, crossref.ABOUT, crossref.recognise, crossref.read),
    Format(crossref_xml.NAME, crossref_xml.ABOUT, crossref_xml.recognise, crossref_xml.read),
    Format(lens.NAME, lens.ABOUT, lens.recognise, lens.read, instead_of=(semantic_scholar.NAME,)),
    Format(dimensions.NAME, dimensions.ABOUT, dimensions.recognise, dimensions.read),
    Format(semantic_scholar.NAME, semantic_scholar.ABOUT, semantic_scholar.recognise, semantic_scholar.read),
    Format(aminer.NAME, aminer.ABOUT, aminer.recognise, aminer.read),
    Format(datacite.NAME, datacite.ABOUT, datacite.recognise, datacite.read),
    Format(datacite_xml.NAME, datacite_xml.ABOUT, datacite_xml.recognise, datacite_xml.read),
    Format(zotero.NAME, zotero.ABOUT, zotero.recognise, zotero.read),
    Format(orcid_record.NAME, orcid_record.ABOUT, orcid_record.recognise, orcid_record.read),
    Format(orcid_xml.NAME, orcid_xml.ABOUT, orcid_xml.recognise, orcid_xml.read),
    Format(europe_pmc.NAME, europe_pmc.ABOUT, europe_pmc.recognise, europe_pmc.read),
    Format(pubmed_esummary.NAME, pubmed_esummary.ABOUT, pubmed_esummary.recognise, pubmed_esummary.read),
    Format(scopus_api.NAME, scopus_api.ABOUT, scopus_api.recognise, scopus_api.read),
    Format(inspire.NAME, inspire.ABOUT, inspire.recognise, inspire.read),
    Format(hal.NAME, hal.ABOUT, hal.recognise, hal.read),
    Format(ads.NAME, ads.ABOUT, ads.recognise, ads.read),
    Format(openaire.NAME, openaire.ABOUT, openaire.recognise, openaire.read),
    Format(dblp_search.NAME, dblp_search.ABOUT, dblp_search.recognise, dblp_search.read),
    Format(csl_json.NAME, csl_json.ABOUT, csl_json.recognise, csl_json.read),
    Format(csl_yaml.NAME, csl_yaml.ABOUT, csl_yaml.recognise, csl_yaml.read),
    Format(acl_anthology.NAME, acl_anthology.ABOUT, acl_anthology.recognise, acl_anthology.read),
    Format(acl_people.NAME, acl_people.ABOUT, acl_people.recognise, acl_people.read),
    Format(jats.NAME, jats.ABOUT, jats.recognise, jats.read),
    Format(mods.NAME, mods.ABOUT, mods.recognise, mods.read),
    Format(marcxml.NAME, marcxml.ABOUT, marcxml.recognise, marcxml.read),
    Format(marc21.NAME, marc21.ABOUT, marc21.recognise, marc21.read, is_start=marc21.is_start),
    Format(grobid_tei.NAME, grobid_tei.ABOUT, grobid_tei.recognise, grobid_tei.read),
    Format(dblp.NAME, dblp.ABOUT, dblp.recognise, dblp.read),
    Format(arxiv_atom.NAME, arxiv_atom.ABOUT, arxiv_atom.recognise, arxiv_atom.read),
    Format(arxiv_oai.NAME, arxiv_oai.ABOUT, arxiv_oai.recognise, arxiv_oai.read, instead_of=(oai_dc.NAME,)),
    Format(unarxive.NAME, unarxive.ABOUT, unarxive.recognise, unarxive.read, instead_of=(arxiv_snapshot.NAME,)),
    Format(arxiv_snapshot.NAME, arxiv_snapshot.ABOUT, arxiv_snapshot.recognise, arxiv_snapshot.read),
    Format(oai_dc.NAME, oai_dc.ABOUT, oai_dc.recognise, oai_dc.read),
    Format(endnote_xml.NAME, endnote_xml.ABOUT, endnote_xml.recognise, endnote_xml.read),
    Format(pubmed_xml.NAME, pubmed_xml.ABOUT, pubmed_xml.recognise, pubmed_xml.read),
    Format(nbib.NAME, nbib.ABOUT, nbib.recognise, nbib.read),
    Format(bibtex.NAME, bibtex.ABOUT, bibtex.recognise, bibtex.read),
    Format(ris.NAME, ris.ABOUT, ris.recognise, ris.read),
    Format(endnote_tagged.NAME, endnote_tagged.ABOUT, endnote_tagged.recognise, endnote_tagged.read),
    Format(refworks.NAME, refworks.ABOUT, refworks.recognise, refworks.read),
    Format(aminer_tagged.NAME, aminer_tagged.ABOUT, aminer_tagged.recognise, aminer_tagged.read),
    Format(web_of_science.NAME, web_of_science.ABOUT, web_of_science.recognise, web_of_science.read),
    _of(web_of_science_table.TABLE),
    _of(scopus_csv.TABLE),
    _of(ieee_xplore_csv.TABLE),
    _of(openalex_csv.TABLE),
    _of(dimensions_csv.TABLE),
    _of(opencitations_csv.TABLE),
    _of(cord19_csv.TABLE),
    _of(lens_csv.TABLE),
    _of(pubmed_csv.TABLE),
    _of(zotero_csv.TABLE),
    _of(jabref_csv.TABLE),
    _of(embase_csv.TABLE),
    _of(springer_csv.TABLE),
    _of(publish_or_perish_csv.TABLE),
    _of(google_scholar_csv.TABLE),
    Format(wikidata.NAME, wikidata.ABOUT, wikidata.recognise, wikidata.read),
    Format(table.NAME, table.ABOUT, table.recognise, table.read, takes_columns=True, is_general=True),
    Format(
        arxiv_listing.NAME, arxiv_listing.ABOUT, arxiv_listing.recognise, arxiv_listing.read, takes_author=True, is_general=True
    ),
)
"""In the order in which they are listed. All are tried: where several fit, none is guessed (`loaders.recognition`)."""
