# What people do with this project; `make` lists it. Works with GNU make 3.81, which macOS has.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
export SWIFT

ON_LINUX := $(filter Linux,$(shell uname -s))
BINARY := .build/release/draft

# Tests run without a network where the system lets us take it away.
# Root needs no user namespace for it, in which Slurm's daemons could not start.
OFFLINE := $(if $(ON_LINUX),$(shell for way in '-n' '-c -n'; do \
  unshare $$way true 2>/dev/null && echo "unshare $$way" && break; done))
# A crashing test must not wait for a backtrace.
export SWIFT_BACKTRACE := enable=no

SOURCES := Package.swift Sources Tests Benchmarks
TO = $(DESTDIR)$(PREFIX)
BASH_COMPLETIONS = $(TO)/share/bash-completion/completions
ZSH_COMPLETIONS = $(TO)/share/zsh/site-functions
FISH_COMPLETIONS = $(TO)/share/fish/vendor_completions.d

.PHONY: help tools build demo test sanitize lint format install uninstall bench docs clean

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1|\2/p' Makefile | \
	while IFS='|' read -r name text; do printf 'make %-10s %s\n' "$$name" "$$text"; done

tools: ## install the libraries that are missing (apt), or say what to install
	@.ci/tools

build: tools ## build the release binary
	@.ci/release draft

demo: build ## draft the sample agreement to out/agreement.docx
	@mkdir -p out
	$(BINARY) agreement samples/agreement.yaml -o out/agreement.docx --force
	@echo
	@echo 'The agreement is in out/agreement.docx'
	@echo 'Open it with:  $(if $(ON_LINUX),libreoffice,open) out/agreement.docx'

# The helpers that open our documents with python-docx and hold them against the schemas.
.venv/ready:
	@if ! command -v python3 >/dev/null; then \
	  echo 'Note: no python3; tests with python-docx will skip.'; \
	elif python3 -m venv .venv && .venv/bin/python -m pip install --quiet python-docx openxml-audit; then \
	  touch .venv/ready; \
	else \
	  echo 'Note: no python-docx or openxml-audit (no python3-venv or network); tests will skip.'; \
	fi

test: tools lint .venv/ready ## run every check and every test
	@for tool in soffice pdftotext xmllint parallel slurmctld munged; do \
	  PATH=$$PATH:/usr/sbin command -v $$tool >/dev/null || echo "Note: no $$tool; tests with it will skip."; \
	done
	$(SWIFT) build --build-tests
	@$(if $(OFFLINE),:,echo 'Note: the network cannot be taken away here; tests run with it.')
	$(OFFLINE) $(SWIFT) test --skip-build

# Where memory is handled by hand and where threads meet: packages and their packing, XML, rows, batches,
# laws, hostile files. Left out are tests of how much memory a process takes, which would measure the
# sanitizer, and of programs run without our variables, which would not get its options.
SANITIZED := --filter 'DraftPackageTests|DraftXMLTests|DraftDataTests|LawTests|ThreadTests' \
  --filter 'BatchTests|BatchListTests|BatchPartsTests|HashTableTests|StagedFilesTests|SharedLockTests|BatchJobsTests' \
  --filter 'BatchFeedTests|BatchKillTests|BatchClusterTests' \
  --filter 'HostileFileTests|HostileDataTests|FuzzTests'
# Half an hour each, where there is a program that ends others.
WITHIN := $(if $(shell command -v timeout),timeout 1800)
# Has the rooms optimised (Package.swift).
sanitize: export DRAFT_SANITIZE := 1
# The test runner itself leaves objects behind at its end (XCTest's suite run), which the address
# sanitizer would report as leaks of ours.
sanitize: export ASAN_OPTIONS := detect_leaks=0
sanitize: export TSAN_OPTIONS := halt_on_error=1
sanitize: tools ## run the tests of memory and threads under the sanitizers
	@for kind in thread address; do \
	  $(SWIFT) build --build-tests --sanitize=$$kind --scratch-path .build-$$kind && \
	  $(WITHIN) $(SWIFT) test --skip-build --sanitize=$$kind --scratch-path .build-$$kind \
	    $(SANITIZED) || exit 1; \
	done

lint: ## check the style
	@$(SWIFT) format lint --strict --parallel -r $(SOURCES)

format: ## correct the style
	@$(SWIFT) format format --in-place --parallel -r $(SOURCES)

# Under sudo a binary that is there is not built again, so that no file of the build goes to root.
install: ## put draft, its templates, completions and manual under PREFIX
	@if [ -z "$${SUDO_USER:-}" ] || [ ! -x $(BINARY) ]; then \
	  $(MAKE) --no-print-directory build; \
	fi
	@install -d '$(TO)/bin' '$(TO)/share/draft' '$(TO)/share/man/man1' \
	  '$(BASH_COMPLETIONS)' '$(ZSH_COMPLETIONS)' '$(FISH_COMPLETIONS)'
	@install -m 755 $(BINARY) '$(TO)/bin/.draft.new'
	@strip '$(TO)/bin/.draft.new'
	@mv -f '$(TO)/bin/.draft.new' '$(TO)/bin/draft'
	@rm -rf '$(TO)/share/draft/templates'
	@cd Templates && find . -type f ! -name '.*' | while IFS= read -r file; do \
	  install -d "$(TO)/share/draft/templates/$$(dirname "$$file")" && \
	  install -m 644 "$$file" "$(TO)/share/draft/templates/$$file" || exit 1; \
	done
	@rm -rf '$(TO)/share/draft/samples'
	@install -d '$(TO)/share/draft/samples'
	@install -m 644 samples/*.yaml '$(TO)/share/draft/samples'
	@$(BINARY) --generate-completion-script bash > '$(BASH_COMPLETIONS)/draft'
	@$(BINARY) --generate-completion-script zsh > '$(ZSH_COMPLETIONS)/_draft'
	@$(BINARY) --generate-completion-script fish > '$(FISH_COMPLETIONS)/draft.fish'
	@install -m 644 Sources/DraftCommand/Manual/draft.1 '$(TO)/share/man/man1/draft.1'
	@echo 'Installed $(TO)/bin/draft'

uninstall: ## remove what install put under PREFIX
	@rm -rf '$(TO)/share/draft'
	@rm -f '$(TO)/bin/draft' '$(TO)/share/man/man1/draft.1' '$(BASH_COMPLETIONS)/draft' \
	  '$(ZSH_COMPLETIONS)/_draft' '$(FISH_COMPLETIONS)/draft.fish'

bench: tools ## measure beside docxtpl; ARGS=--quick for fewer rounds
	@Benchmarks/run $(ARGS)

GRAPHS := .build/graphs
docs: tools ## build the library's documentation to out/docs
	@rm -rf out/docs && mkdir -p $(GRAPHS)/all $(GRAPHS)/Draft out
	@$(SWIFT) build --target Draft --scratch-path .build/docs \
	  -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc $(GRAPHS)/all
	@cp $(GRAPHS)/all/Draft.symbols.json $(GRAPHS)/Draft/
	@catalogue=$$(find Sources/Draft -maxdepth 1 -name '*.docc'); \
	docc convert $$catalogue --fallback-display-name Draft --fallback-bundle-identifier draft \
	  --additional-symbol-graph-dir $(GRAPHS)/Draft --warnings-as-errors --output-path out/docs
	@echo 'The documentation is in out/docs; any web server shows it.'

clean: ## remove everything that was made
	@rm -rf .build .build-thread .build-address out .venv
