# Run "make help" for what there is.
GO ?= go
FUZZTIME ?= 5s

# Hand-written packages and the newest generated version: what is linted and
# raced. The other generated versions come from the same printer.
NEWEST := $(shell ls -d generated/v* 2>/dev/null | sort -V | tail -1)
HAND := $(shell $(GO) list ./... 2>/dev/null | grep -v '/generated/v')
LINTED := $(HAND) ./$(NEWEST)/...

.PHONY: help build test docs check-all vet lint race fuzz golden generate schemas fmt

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

build: ## Compile everything
	$(GO) build ./...

test: ## All that a change must pass: build, vet, lint, tests, race, generated code up to date
	$(GO) build ./...
	$(GO) vet ./...
	$(GO) tool staticcheck $(LINTED)
	@test -z "$$(gofmt -l $$(git ls-files '*.go' | grep -v '^generated/v'))" || { echo "not gofmt'ed:"; gofmt -l $$(git ls-files '*.go' | grep -v '^generated/v'); exit 1; }
	$(GO) run ./cmd/wbxgen generate --check
	$(GO) test -race $(HAND) ./$(NEWEST)/...
	$(MAKE) --no-print-directory fuzz FUZZTIME=3s

docs: ## Run and compile what README and docs/ show, hold generated pages to their sources, follow links
	$(GO) test -run 'Docs|Links|Page' . ./internal/doctest ./internal/cli ./internal/config ./internal/snippet

check-all: test ## What test does, and the rest: all versions linted, long fuzzing, benchmarks
	$(GO) tool staticcheck ./...
	$(MAKE) --no-print-directory fuzz FUZZTIME=60s
	WBXGEN_LONG=1 $(GO) test -count=1 -timeout 3h ./...
	$(GO) test -run '^$$' -bench . -benchmem ./...

vet: ## Run go vet
	$(GO) vet ./...

lint: ## Run staticcheck; staticcheck.conf says why rules are off
	$(GO) tool staticcheck $(LINTED)

race: ## Run the tests under the race detector
	$(GO) test -race $(HAND) ./$(NEWEST)/...

# Minimizing is kept short: an input of a big package would take it all.
fuzz: ## Run each fuzz target for FUZZTIME (5s)
	@log=$$(mktemp); for p in $(HAND); do \
		for f in $$($(GO) test -list '^Fuzz' $$p 2>/dev/null | grep '^Fuzz'); do \
			echo "fuzz $$p $$f"; \
			$(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$p > $$log 2>&1 || { cat $$log; rm $$log; exit 1; }; \
		done; \
	done; rm $$log

golden: ## Rewrite the golden files of tests
	WBXGEN_GOLDEN=1 $(GO) test ./internal/...

generate: ## Rewrite generated/
	$(GO) run ./cmd/wbxgen generate

schemas: ## Rewrite schemas/ from the annotated master
	$(GO) run ./internal/schemaset/cmd/schemaset

fmt: ## Format hand-written code
	gofmt -w $$(git ls-files '*.go' | grep -v '^generated/v')
