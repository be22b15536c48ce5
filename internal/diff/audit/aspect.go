package audit

import (
	"slices"
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
	"github.com/wbxgen/wbxgen/internal/diff/fact"
)

// renaming are the rules that tell of a type's new name.
var renaming = map[change.ID]bool{
	change.TypeRenamed: true, change.OperationRenamed: true, change.OperationRequestTypeChanged: true, change.OperationResponseTypeChanged: true, change.EnvelopeChanged: true,
}

// covers reports whether a rule is about an aspect of the component that the
// change points at, or about all that belongs to it.
func covers(c *change.Change, key fact.Key) bool {
	aspects, listed := aspectsOf[c.ID]
	return !listed || slices.ContainsFunc(aspects, func(aspect string) bool {
		return aspect == key.Aspect || strings.HasPrefix(key.Aspect, aspect+" ")
	})
}

// aspectsOf has what of a component the rules are about that are not about all
// of it.
var aspectsOf = map[change.ID][]string{
	change.ElementMoved:              {},
	change.ElementBecameOptional:     {"occurs"},
	change.ElementBecameRequired:     {"occurs"},
	change.ElementBecameRepeated:     {"occurs"},
	change.ElementBecameSingle:       {"occurs"},
	change.MinOccursIncreased:        {"occurs"},
	change.MinOccursDecreased:        {"occurs"},
	change.MaxOccursIncreased:        {"occurs"},
	change.MaxOccursDecreased:        {"occurs"},
	change.NillableAdded:             {"nillable"},
	change.NillableRemoved:           {"nillable"},
	change.ElementBecameAbstract:     {"abstract"},
	change.ElementBecameConcrete:     {"abstract"},
	change.TypeBecameAbstract:        {"abstract"},
	change.TypeBecameConcrete:        {"abstract"},
	change.ElementFormChanged:        {"name"},
	change.IdentityConstraintAdded:   {"identity"},
	change.IdentityConstraintChanged: {"identity"},
	change.IdentityConstraintRenamed: {"identity"},
	change.IdentityConstraintRemoved: {"identity"},
	change.AttributeBecameRequired:   {"use"},
	change.AttributeBecameOptional:   {"use"},
	change.DefaultAdded:              {"value", "declared"},
	change.DefaultRemoved:            {"value", "declared"},
	change.DefaultChanged:            {"value", "declared"},
	change.FixedAdded:                {"value", "declared"},
	change.FixedRemoved:              {"value", "declared"},
	change.FixedChanged:              {"value", "declared"},
	change.BlockChanged:              {"block"},
	change.FinalChanged:              {"final", "fixed"},
	change.MixedAdded:                {"mixed"},
	change.MixedRemoved:              {"mixed"},
	change.WildcardNamespaceWidened:  {"namespaces"},
	change.WildcardNamespaceNarrowed: {"namespaces"},
	change.WildcardNamespaceChanged:  {"namespaces"},
	change.ProcessContentsLoosened:   {"process"},
	change.ProcessContentsTightened:  {"process"},
	change.TypeRenamed:               {},
	change.NamespaceChanged:          {},
	change.OperationRenamed:          {},
	change.DeprecationAdded:          {},
	change.DeprecationRemoved:        {},
	change.DocumentationChanged:      {},
}
