"""The graph as pages: a web application on this machine, and the same pages as files.

A page asks stored queries (`asking`), and says what it shows in a template (`templates/`, `rendering`); which page an address
means is told by `application`, which `guard` keeps to this machine. `addresses` says where a page stands, in the application and
in files, which `exporting` writes. Every table is one stored query's answer, which the page offers as Cypher, CSV and JSON.
README.md tells the rest.

May import: the questions, decisions, and how queries and evidence are put into words. Starlette, Jinja2 and uvicorn are an extra
(`scholargraph[explore]`): nothing else of scholargraph imports this room before pages are asked for.
"""
