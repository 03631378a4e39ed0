# Two targets do everything, set-up included:
#   make run    check the bundled examples, publish and verify the example year, then open the demonstration hall
#   make test   format, types, import contracts, tests; the site's also on PostgreSQL where a server answers
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.kaocheng
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
REPORT := build/examples.html
PACKAGE := build/package
PORT ?= 8000

# every process would compile all sources anew
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := run
.PHONY: run papers hall test fix golden mutate bench labels new-rule clean

# The hall goes on until Ctrl-C; `make papers` does the rest alone. make run PORT=9000 chooses another port.
run: papers hall

hall: $(STAMP)-run
	@$(BIN)/kaocheng serve --demo --store build/demo --port $(PORT)

papers: $(STAMP)-run
	@mkdir -p $(dir $(REPORT))
	@$(BIN)/kaocheng check examples --format html --out $(REPORT) || test $$? -eq 1
	@$(BIN)/kaocheng publish examples/year --out $(PACKAGE) --replace && $(BIN)/kaocheng verify $(PACKAGE) \
	  || echo "示例年度的公开文件没有编成（原因见上）。缺字体时请先安装：sudo apt-get install fonts-noto-cjk"
	@echo "请看 $(REPORT)（核对示例）和 $(PACKAGE)（由 examples/year 编出的公开文件）"

test: $(STAMP)-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python tools/together.py "$(BIN)/python -m pytest" \
	  "$(BIN)/python -m pytest tests/site --store=postgresql" \
	  "$(BIN)/mypy && $(BIN)/lint-imports"

fix: $(STAMP)-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Writes the expected outputs of the examples anew; read the difference before keeping it.
golden: $(STAMP)-dev
	$(BIN)/python tools/golden.py

mutate: $(STAMP)-dev
	$(BIN)/python -m bench.mutate $(DOCUMENTS)

labels: $(STAMP)-dev
	$(BIN)/python -m bench.labels

bench: $(STAMP)-dev
	$(BIN)/python -m bench.speed $(DOCUMENTS)
	$(BIN)/python -m bench.money
	$(BIN)/python -m bench.deadlines
	$(BIN)/python -m bench.audit
	$(BIN)/python -m bench.cases
	$(BIN)/python -m bench.pages

# make new-rule CODE=RAT NAME=share_of_total TITLE="占比与金额不符" PACKAGE=disclosure
new-rule: $(STAMP)-dev
	$(BIN)/python tools/new_rule.py "$(CODE)" "$(NAME)" "$(TITLE)" "$(PACKAGE)"

clean:
	rm -rf build $(VENV)

$(STAMP)-run: pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP) --editable '.[site]'
	@touch $@

$(STAMP)-dev: pyproject.toml constraints.txt | $(BIN)/pip
	$(PIP) --editable '.[site,dev]'
	@touch $@ $(STAMP)-run

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Kaocheng needs Python 3.11 or newer (sudo apt-get install python3), or: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  rm -rf $(VENV); echo "Python's venv module is missing; install it with: sudo apt-get install python3-venv"; exit 1; }
