# The two commands: `make demo` and `make test`. Both set up everything they need in .venv and in your user cache.

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow test-all check bench hammer hammer-kills hammer-crowd hammer-soak lock format clean

# The first Python 3.11 or newer on the path that really runs.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin

# Python keeps what it has compiled, whatever the environment says: tests start some hundred processes.
unexport PYTHONDONTWRITEBYTECODE

help:
	@echo "make demo        set everything up and show what scholargraph does, on a local Neo4j"
	@echo "make test        run the tests that one waits for, on real Neo4j servers of both lines"
	@echo "make test-slow   run those that take long by their nature, which make test leaves out"
	@echo "make test-all    run both"
	@echo "make check       ruff and mypy --strict"
	@echo "make bench       measure speed and memory; the results as a table"
	@echo "make hammer      damage documents of every format by chance, and read them; ARGS=\"--mutations 10000\" for more"
	@echo "make hammer-kills  kill commands and servers at random moments, and see that the same command again makes it good"
	@echo "make hammer-crowd  loaders, reviewers and 50 readers on one graph at once, and what becomes of it"
	@echo "make hammer-soak   an hour of mixed work on one graph: memory, temporary files and logs"
	@echo "make lock        resolve requirements.lock anew"

.venv/ready: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "setting up .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: .venv/ready
	@$(BIN)/scholargraph demo

test: .venv/ready
	$(BIN)/python -m pytest --numprocesses=2 -m "not slow" $(ARGS)

test-slow: .venv/ready
	$(BIN)/python -m pytest --numprocesses=2 -m slow $(ARGS)

test-all: .venv/ready
	$(BIN)/python -m pytest --numprocesses=2 $(ARGS)

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Identity is measured where the environment names the data: SCHOLARGRAPH_ACL, with it perhaps SCHOLARGRAPH_GOLD and
# SCHOLARGRAPH_SLIPS, and SCHOLARGRAPH_AMINER; tests/bench/README.md tells where they can be had. Works and topics are measured
# on SCHOLARGRAPH_ACL and on the documents in SCHOLARGRAPH_DOCUMENTS.
bench: .venv/ready
	$(BIN)/python -m tests.bench $(ARGS)
	$(BIN)/python -m tests.bench.institutions
	@if [ -n "$$SCHOLARGRAPH_ACL$$SCHOLARGRAPH_AMINER" ]; then $(BIN)/python -m tests.bench.identity \
		$${SCHOLARGRAPH_ACL:+--acl "$$SCHOLARGRAPH_ACL"} $${SCHOLARGRAPH_GOLD:+--gold "$$SCHOLARGRAPH_GOLD"} \
		$${SCHOLARGRAPH_SLIPS:+--slips "$$SCHOLARGRAPH_SLIPS"} $${SCHOLARGRAPH_AMINER:+--aminer "$$SCHOLARGRAPH_AMINER"}; fi
	@if [ -n "$$SCHOLARGRAPH_ACL$$SCHOLARGRAPH_DOCUMENTS" ]; then $(BIN)/python -m tests.bench.works \
		$${SCHOLARGRAPH_ACL:+--acl "$$SCHOLARGRAPH_ACL"} $${SCHOLARGRAPH_DOCUMENTS:+"$$SCHOLARGRAPH_DOCUMENTS"}; fi
	@if [ -n "$$SCHOLARGRAPH_ACL$$SCHOLARGRAPH_DOCUMENTS" ]; then $(BIN)/python -m tests.bench.topics \
		$${SCHOLARGRAPH_ACL:+--acl "$$SCHOLARGRAPH_ACL"} $${SCHOLARGRAPH_DOCUMENTS:+--documents "$$SCHOLARGRAPH_DOCUMENTS"}; fi

# Damaged documents under limits of time and memory; where SCHOLARGRAPH_SAMPLES names folders of documents, those too.
hammer: .venv/ready
	$(BIN)/python -m tests.hammer $(ARGS)

# Minutes a command; ARGS="--moments 50 --line 5.26 --only load" for more of one.
hammer-kills: .venv/ready
	$(BIN)/python -m tests.hammer.kills $(ARGS)

# Minutes a line; ARGS="--minutes 10 --readers 50" for longer.
hammer-crowd: .venv/ready
	$(BIN)/python -m tests.hammer.crowd $(ARGS)

# An hour on a graph; ARGS="--graph FOLDER --minutes 60" for a large one of one's own.
hammer-soak: .venv/ready
	$(BIN)/python -m tests.hammer.soak $(ARGS)

format: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# One lock for all systems and for Python 3.11 and newer, with the hash of every file.
lock: .venv/ready
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile --universal --python-version 3.11 --generate-hashes --group dev --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache dist
