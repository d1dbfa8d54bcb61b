"""The usual names of columns by what they hold, in English, German, French, Spanish, Italian and Portuguese.

A name is looked for without regard to case, spacing and accents: "Ano" is "Año".
"""

import re
from unicodedata import combining, normalize

_SPACES = re.compile(r"[\s_]+")
_QUOTES = str.maketrans({"’": "'", "·": "/", "*": "/", ":": "/", "‐": "-"})

USUAL: dict[str, tuple[str, ...]] = {
    "title": ("title", "article title", "paper title", "document title", "work title", "name of paper", "publication title"),
    "authors": ("authors", "author", "author names", "author list", "author(s)", "author/s", "author full names",
                "creators", "creator"),
    "editors": ("editors", "editor"),
    "affiliations": ("affiliations", "author affiliations", "affiliation", "institutions"),
    "orcids": ("orcids", "author orcids", "orcid"),
    "year": ("year", "publication year", "pub year", "pubyear", "published year"),
    "month": ("month", "publication month"),
    "date": ("date", "publication date", "published", "date published", "pub date"),
    "venue": ("venue", "journal", "source title", "journal title", "journal/book", "publication title", "publication name",
              "conference", "conference name", "booktitle", "book title", "container title", "source title/anthology title",
              "publication", "source"),
    "kind": ("type", "document type", "publication type", "kind", "item type"),
    "abstract": ("abstract", "abstract note", "summary"),
    "keywords": ("keywords", "author keywords", "tags", "subjects", "manual tags"),
    "volume": ("volume", "vol", "vol."), "issue": ("issue", "issue number", "number"),
    "pages": ("pages", "page", "page range", "page numbers", "pagination"),
    "first_page": ("first page", "start page", "page start", "beginning page", "startpage"),
    "last_page": ("last page", "end page", "page end", "ending page", "endpage"),
    "article_number": ("article number", "art. no.", "article no.", "elocation id"),
    "issn": ("issn", "issns", "journal issn", "print issn", "issn-l", "eissn", "e-issn"),
    "publisher": ("publisher", "publisher name", "publishers"),
    "place": ("place", "place of publication", "publication place", "place published", "publisher location", "publisher place",
              "publisher city"),
    "language": ("language", "languages", "publication language", "language of original document", "language of publication"),
    "cited_by": ("cited by", "times cited", "citations", "citation count", "cited by count", "cites"),
    "retracted": ("retracted", "is retracted"),
    "doi": ("doi",), "arxiv": ("arxiv", "arxiv id"), "pmid": ("pmid", "pubmed id", "pubmedid"),
    "pmcid": ("pmcid", "pmc id", "pmc"), "openalex": ("openalex id", "openalexid", "openalex"),
    "url": ("url", "link", "doi link"), "isbn": ("isbn", "isbns", "isbn-13", "isbn13", "print isbn", "e-isbn", "eisbn"),
}  # fmt: skip
"""In order of preference."""

_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "title": ("Titel", "Titel des Artikels", "Artikeltitel", "Aufsatztitel", "Titel der Publikation",
              "Titre", "Titre de l'article", "Titre du document", "Título", "Título del artículo", "Título del documento",
              "Título do artigo", "Titolo", "Titolo dell'articolo"),
    "authors": ("Autoren", "Autor", "Autor(en)", "Autor/in", "Autor/innen", "AutorInnen", "Autorinnen und Autoren", "Autor/en",
                "Verfasser", "Verfasser(in)", "Verfasser/in", "VerfasserIn", "Verfasser/innen", "Urheber",
                "Auteurs", "Auteur", "Auteur(s)", "Auteur/e/s", "Auteurs et autrices", "Auteurs/autrices", "Noms des auteurs",
                "Autores", "Autor(es)", "Autor/es", "Autores/as", "Autoras y autores", "Autoría", "Autori", "Autore", "Autore/i"),
    "editors": ("Herausgeber", "Herausgeber/in", "Herausgeber/innen", "Hrsg.", "Éditeurs scientifiques",
                "Directeurs de publication", "Editores", "Curatori"),
    "affiliations": ("Affiliationen", "Zugehörigkeit", "Zugehörigkeiten", "Institutionen", "Affiliations des auteurs",
                     "Afiliaciones", "Afiliación", "Instituciones", "Affiliazioni", "Afiliações"),
    "year": ("Jahr", "Erscheinungsjahr", "Publikationsjahr", "Veröffentlichungsjahr", "Année", "Année de publication",
             "Année de parution", "Año", "Año de publicación", "Ano de publicação", "Anno", "Anno di pubblicazione"),
    "month": ("Monat", "Mois", "Mes", "Mês", "Mese"),
    "date": ("Datum", "Erscheinungsdatum", "Publikationsdatum", "Veröffentlichungsdatum", "Date de publication",
             "Date de parution", "Fecha", "Fecha de publicación", "Data", "Data di pubblicazione", "Data de publicação"),
    "venue": ("Zeitschrift", "Zeitschriftentitel", "Titel der Zeitschrift", "Fachzeitschrift", "Konferenz", "Tagung",
              "Buchtitel", "Sammelwerk", "Sammelband", "Publikation", "Erschienen in", "In Zeitschrift", "Quelle",
              "Revue", "Titre de la revue", "Nom de la revue", "Périodique", "Titre de la publication", "Conférence", "Colloque",
              "Titre du livre", "Titre de l'ouvrage",
              "Revista", "Título de la revista", "Nombre de la revista", "Congreso", "Conferencia", "Título del libro",
              "Publicación", "Título de la publicación", "Título da revista", "Fuente", "Rivista",
              "Titolo della rivista", "Fonte"),
    "kind": ("Typ", "Dokumenttyp", "Dokumentart", "Publikationstyp", "Publikationsart", "Type de document",
             "Type de publication", "Tipo", "Tipo de documento", "Tipo de publicación", "Tipo di documento"),
    "abstract": ("Zusammenfassung", "Kurzfassung", "Résumé", "Resumen", "Resumo", "Riassunto"),
    "keywords": ("Schlagwörter", "Schlagworte", "Schlüsselwörter", "Stichwörter", "Stichworte", "Mots-clés", "Mots clés",
                 "Mots-clefs", "Palabras clave", "Palabras claves", "Palavras-chave", "Parole chiave"),
    "volume": ("Band", "Jahrgang", "Tome", "Volumen", "Tomo"),
    "issue": ("Heft", "Heftnummer", "Ausgabe", "Nummer", "Numéro", "Fascicule", "Número", "Numero", "Fascicolo"),
    "pages": ("Seiten", "Seite", "Seitenzahlen", "Seitenangabe", "Pagination", "Páginas", "Página", "Pagine"),
    "first_page": ("Erste Seite", "Anfangsseite", "Seite von", "Première page", "Page de début", "Página inicial",
                   "Primera página", "Prima pagina"),
    "last_page": ("Letzte Seite", "Endseite", "Seite bis", "Dernière page", "Page de fin", "Página final", "Última página",
                  "Ultima pagina"),
    "article_number": ("Artikelnummer", "Numéro d'article", "Número de artículo"),
    "publisher": ("Verlag", "Verleger", "Éditeur", "Maison d'édition", "Editorial", "Editora", "Editore", "Casa editrice"),
    "place": ("Verlagsort", "Erscheinungsort", "Ort", "Lieu de publication", "Lieu d'édition", "Lugar de publicación",
              "Lugar de edición", "Local de publicação", "Luogo di pubblicazione"),
    "language": ("Sprache", "Sprachen", "Langue", "Langues", "Idioma", "Idiomas", "Lengua", "Lingua"),
    "cited_by": ("Zitationen", "Zitiert von", "Anzahl Zitationen", "Zitierungen", "Cité par", "Nombre de citations", "Citas",
                 "Citado por", "Número de citas", "Citazioni"),
}  # fmt: skip


def column_key(name: str) -> str:
    """A column's name without regard to case, spacing and underscores."""
    return _SPACES.sub(" ", name).strip().casefold()


def usual_key(name: str) -> str:
    """The column's name without regard to accents as well."""
    letters = normalize("NFD", column_key(name).translate(_QUOTES))
    return "".join(letter for letter in letters if not combining(letter))


_NAMES = {field: (*names, *map(usual_key, _ELSEWHERE.get(field, ()))) for field, names in USUAL.items()}
_ENGLISH = {usual_key(name): USUAL[field][0] for field, names in _ELSEWHERE.items() for name in names}


def usual_names(field: str) -> tuple[str, ...]:
    """The keys of the usual names of a field's column, in order of preference, English before other languages."""
    return _NAMES[field]


def in_english(name: str) -> str:
    """The key of the column that goes by this name, in English where the name is usual in another language."""
    return _ENGLISH.get(usual_key(name), column_key(name))
