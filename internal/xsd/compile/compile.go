package compile

import (
	"github.com/wbxgen/wbxgen/internal/diag"
	"github.com/wbxgen/wbxgen/internal/source"
	"github.com/wbxgen/wbxgen/internal/xsd"
	"github.com/wbxgen/wbxgen/internal/xsd/check"
)

// Options choose how strictly and how far documents are read.
type Options struct {
	// Lax follows the recommendation where a reference cannot be resolved:
	// that is tolerated until an instance needs it. Otherwise it is an error.
	Lax bool
	// Limits bound the work; zero values stand for [DefaultLimits].
	Limits Limits
}

// Compile compiles the root documents of the set and all that they refer to.
// The schema is complete only if the list has no errors; it is never nil.
func Compile(set *source.Set, o Options) (*xsd.Schema, *diag.List) {
	return Documents(set, set.Roots(), o)
}

// Documents compiles the named documents of the set and all that they refer to.
func Documents(set *source.Set, roots []string, o Options) (*xsd.Schema, *diag.List) {
	log := &ledger{lax: o.Lax, limits: o.Limits.orDefault()}
	sy := newSymbols(log)
	ld := newLoader(set, sy)
	ld.load(roots)
	ld.reportTwice(len(roots) > 1)
	sy.applyRedefinitions()
	b := newBuilder(sy)
	schema := b.buildAll(ld.docs)
	ld.checkWanted()
	if !log.stopped {
		check.Components(b.toCheck(schema), &log.diags)
	}
	return schema, ld.withoutXSD11()
}
