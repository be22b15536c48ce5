package diff

import (
	"slices"
	"strings"
)

// Rule is a kind of change. What it means stands here as data; the code that
// finds changes knows rules by their ID alone.
type Rule struct {
	// ID names the rule for good.
	ID string
	// What says what has changed, as a sentence of lower case without a full
	// stop.
	What string
	// Why gives the reason for the levels.
	Why string
	// Severity is the usual verdict. With Judged, inclusion decides each case
	// and this is its usual outcome.
	Severity Severity
	// Reason explains the risks of Severity; "" where it has none.
	Reason Reason
	// Judged is set for rules whose level is found by comparing languages.
	Judged bool
	// Varies says in which cases the level is another one; "" for never.
	Varies string
	// Mirror is the rule that reports the way back; a rule can be its own.
	Mirror string
}

// Area returns the first word of the ID, such as element or facet.
func (r *Rule) Area() string {
	area, _, _ := strings.Cut(r.ID, "-")
	return area
}

// Action returns what the ID says has happened, such as added: its last word.
func (r *Rule) Action() string { return r.ID[strings.LastIndexByte(r.ID, '-')+1:] }

var (
	allRules = slices.Concat(operationRules, elementRules, contentRules, attributeRules, valueRules, typeRules, schemaRules)
	rulesBy  = indexRules()
)

func indexRules() map[string]*Rule {
	byID := make(map[string]*Rule, len(allRules))
	for i := range allRules {
		byID[allRules[i].ID] = &allRules[i]
	}
	return byID
}

// Rules returns all rules, grouped by what they are about.
func Rules() []Rule { return slices.Clone(allRules) }

// RuleByID returns the rule with that ID; ok is false if there is none.
func RuleByID(id string) (r Rule, ok bool) {
	p, ok := rulesBy[id]
	if !ok {
		return Rule{}, false
	}
	return *p, true
}

// RuleIDs returns the IDs of all rules in the order of [Rules].
func RuleIDs() []string {
	ids := make([]string, len(allRules))
	for i := range allRules {
		ids[i] = allRules[i].ID
	}
	return ids
}
