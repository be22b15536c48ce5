# Run "make help" for what there is.
GO ?= go
FUZZTIME ?= 5s

# Hand-written packages and the newest generated version: what is linted and
# raced. The other generated versions come from the same printer.
NEWEST := $(shell ls -d generated/v* 2>/dev/null | sort -V | tail -1)
HAND := $(shell $(GO) list ./... 2>/dev/null | grep -v '/generated/v')
LINTED := $(HAND) ./$(NEWEST)/...

# At its end each program under the race detector waits a second for races in
# goroutines that are left, and each of more than sixty packages of tests is such a
# program. Tests wait for what they start, so that there is nothing to wait for.
RACE := GORACE="$(strip $(GORACE) atexit_sleep_ms=0)"

# Judges and tools that the program does not need are a module of their own.
TOOLS := $(GO) -C internal/tools
STATICCHECK = "$$($(TOOLS) tool -n staticcheck)"

# So is each example, as what a user writes is.
EXAMPLES := $(wildcard examples/*)

.PHONY: help build test docs check-all vet lint race judges examples tidy fuzz golden generate schemas corpora extras fmt

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

build: ## Compile everything
	$(GO) build ./...

test: ## All that a change must pass: build, vet, lint, tests, race, generated code up to date
	$(GO) build ./...
	$(GO) vet ./...
	@$(MAKE) --no-print-directory lint
	@test -z "$$(gofmt -l $$(git ls-files '*.go' | grep -v '^generated/v'))" || { echo "not gofmt'ed:"; gofmt -l $$(git ls-files '*.go' | grep -v '^generated/v'); exit 1; }
	$(GO) run ./cmd/wbxgen generate --check
	$(RACE) $(GO) test -race $(HAND) ./$(NEWEST)/...
	$(GO) test -run Allocations ./internal/diff
	$(GO) test -run 'Pairs|Break|Formats' ./internal/corpora
	$(MAKE) --no-print-directory judges
	$(MAKE) --no-print-directory examples
	$(MAKE) --no-print-directory fuzz FUZZTIME=3s

docs: ## Run and compile what README and docs/ show, hold generated pages to their sources, follow links
	$(GO) test -run 'Docs|Links|Page' . ./internal/doctest ./internal/cli ./internal/config ./internal/snippet

check-all: test ## What test does, and the rest: all versions linted, long fuzzing, benchmarks
	$(STATICCHECK) ./...
	$(MAKE) --no-print-directory fuzz FUZZTIME=60s
	WBXGEN_LONG=1 $(GO) test -count=1 -timeout 3h ./...
	$(GO) test -run '^$$' -bench . -benchmem ./...

vet: ## Run go vet
	$(GO) vet ./...

lint: ## Run staticcheck; staticcheck.conf says why rules are off
	$(STATICCHECK) $(LINTED)
	cd internal/tools && $(GO) vet ./... && $(GO) tool staticcheck ./...

race: ## Run the tests under the race detector
	$(RACE) $(GO) test -race $(HAND) ./$(NEWEST)/...

judges: ## Run the tests that need other modules: browser, SARIF, JSON Schema, Go API, extras of releases
	$(TOOLS) test ./...

examples: ## Vet, lint and test the examples, each in its module
	@judge=$(STATICCHECK); for d in $(EXAMPLES); do \
		(cd $$d && $(GO) vet ./... && "$$judge" ./... && $(GO) test -race $$($(GO) list -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}' ./...)) || exit 1; \
	done

tidy: ## Tidy go.mod and go.sum of all modules, after a change of the first
	@for d in . internal/tools $(EXAMPLES); do $(GO) -C $$d mod tidy || exit 1; done

# Minimizing is kept short: an input of a big package would take it all. That
# the time was up within a run is no finding, though go test fails with it.
fuzz: ## Run each fuzz target for FUZZTIME (5s)
	@log=$$(mktemp); for p in $(HAND); do \
		for f in $$($(GO) test -list '^Fuzz' $$p 2>/dev/null | grep '^Fuzz'); do \
			echo "fuzz $$p $$f"; \
			$(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$p > $$log 2>&1 || \
				{ grep -q 'context deadline exceeded' $$log && ! grep -q 'Failing input written' $$log; } || { cat $$log; rm $$log; exit 1; }; \
		done; \
	done; rm $$log

golden: ## Rewrite the golden files of tests
	WBXGEN_GOLDEN=1 $(GO) test . ./internal/...

generate: ## Rewrite generated/
	$(GO) run ./cmd/wbxgen generate

schemas: ## Rewrite schemas/ from the annotated master
	$(GO) run ./internal/schemaset/cmd/schemaset

corpora: ## Measure public schema sets in both layouts, where ../shared has them: internal/corpora/TABLE.md
	WBXGEN_TABLE=1 $(GO) test -count=1 -timeout 2h -v -run TestTheTable ./internal/corpora

extras: ## Write man pages and completions to extras/
	$(TOOLS) run ./extras ../../extras

fmt: ## Format hand-written code
	gofmt -w $$(git ls-files '*.go' | grep -v '^generated/v')
