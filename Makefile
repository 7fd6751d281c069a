# hoidap. Two commands matter: `make chat` and `make test`. Each does all its own set-up on a
# machine with Python 3.11 and make; the second run starts at once.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= ../shared/data

.DEFAULT_GOAL := help
.PHONY: help install chat test eval bench train lint docs screenshots lock clean

help: ## what there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

install: $(READY) ## the set-up alone; .venv/bin/hoidap is then the command line

chat: $(READY) ## the web app, on http://127.0.0.1:7860 (ARGS="--port 8000")
	@$(BIN)/hoidap chat $(ARGS)

test: $(READY) ## every test, on two processes (ARGS="tests/corpus")
	$(BIN)/pytest -n 2 --dist loadfile $(ARGS)

eval: $(READY) ## the suites of known answers
	$(BIN)/hoidap eval $(ARGS)

bench: $(READY) ## speed and memory, beside the floors of this machine
	$(BIN)/python -m evals.speed $(ARGS)

train: $(READY) ## the shipped models, from the texts in DATA (some five hours)
	@echo "1/10 vectors of syllables and pairs, some 8 minutes"
	$(BIN)/python -m index.static_model.train --data $(DATA) --out index/static_model/weights
	@echo "2/10 diacritics, some 15 minutes"
	$(BIN)/python -m assistant.restore.train --data $(DATA)/text --out assistant/restore
	@echo "3/10 how rare syllables are, a minute"
	$(BIN)/python -m corpus.frequency.count $(DATA)/text corpus/frequency/syllables.tsv
	@echo "4/10 words of like use, some 10 minutes"
	$(BIN)/python -m assistant.thesaurus.train $(DATA)/text assistant/thesaurus
	@echo "5/10 syllables side by side, half a minute"
	$(BIN)/python -m assistant.neighbours.train $(DATA)/text assistant/neighbours 3000
	@echo "6/10 the reader, some two hours; stages kept in build/span_model"
	$(BIN)/python -m assistant.span_model.train --data $(DATA) --out assistant/span_model/weights \
	  --kept build/span_model
	@echo "7/10 the order of paragraphs, from the reader on, some two hours"
	$(BIN)/python -m assistant.paragraph_model.train --data $(DATA) \
	  --out assistant/paragraph_model/weights --kept build/span_model
	@echo "8/10 claims, a minute"
	$(BIN)/python -m assistant.claims.learned.train $(DATA)/claims/vihallu-dev.jsonl assistant/claims/learned
	@echo "9/10 when to answer, some 3 minutes"
	$(BIN)/python -m evals.fit_order $(DATA) assistant/confidence/order.json
	$(BIN)/python -m evals.fit_confidence $(DATA) assistant/confidence/weights.json
	@echo "10/10 whether a sentence answers, from the order of paragraphs on, some 20 minutes"
	$(BIN)/python -m evals.sentences $(DATA) build/sentences.jsonl
	$(BIN)/python -m assistant.sentence_model.train --data $(DATA) --judged build/sentences.jsonl \
	  --kept build/span_model --out assistant/sentence_model/weights

lint: $(READY) ## ruff, formatting, mypy --strict, the arrows between the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_rooms.py

docs: $(READY) ## write docs/cli.md and docs/tree.md from the code
	$(BIN)/python -c "from assistant.cli.reference import reference; from evals.main import app_for; \
	  print(reference(app_for([])), end='')" > docs/cli.md
	$(BIN)/python docs/tree.py > docs/tree.md

screenshots: $(READY) ## take docs/screenshots/ anew (needs chromium)
	$(BIN)/python docs/screenshots.py

lock: ## write constraints.txt from what the environment holds
	@{ echo '# Every package of hoidap[models,llm,mcp,dev], pinned; written by `make lock`.'; \
	   $(BIN)/pip freeze --all --exclude-editable | grep -v '^pip==' | sed 's/+cpu$$//'; } > constraints.new
	@mv constraints.new constraints.txt

clean: ## take the environment and every cache away
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# torch goes first and pinned: where pip can find a CPU build of this version it takes that one,
# while a newer release would pull gigabytes of CUDA.
$(READY): constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Không thấy Python: hãy cài Python 3.11 rồi chạy lại."; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) quá cũ: hoidap cần Python 3.11 trở lên (make PYTHON=/đường/dẫn/python3.11)."; exit 1; }
	@test -x $(BIN)/pip || "$(PYTHON)" -m venv --clear $(VENV) || \
	  { echo "Không tạo được $(VENV): trên Debian hãy cài gói python3-venv rồi chạy lại."; exit 1; }
	@echo "Cài các gói đã ghim phiên bản vào $(VENV) (vài phút, chỉ lần đầu)…"
	@$(BIN)/pip install --quiet --constraint constraints.txt torch==2.13.0
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[models,llm,mcp,dev]'
	@$(BIN)/python -m compileall -q corpus index assistant prompts evals
	@$(BIN)/hoidap index build --if-missing
	@touch $@
