package change

import (
	"slices"
	"strings"
)

// Rule is a kind of change. What it means stands here as data; the code that
// finds changes knows rules by their ID alone. A rule is made by define, which
// asks for every fact, so that one that is forgotten does not compile; its
// example is a pair of schemas in testdata, see [Rule.Example].
type Rule struct {
	// ID names the rule for good.
	ID ID
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
	Mirror ID
}

// define makes a rule of all its facts.
func define(id ID, mirror ID, s Severity, by basis, because Reason, what, why, varies string) Rule {
	return Rule{ID: id, What: what, Why: why, Severity: s, Reason: because, Judged: by == byInclusion, Varies: varies, Mirror: mirror}
}

// basis says what a level comes from.
type basis bool

const (
	byTable     basis = false
	byInclusion basis = true
)

// What a rule says that has no reason, or always the same level.
const (
	noReason Reason = ""
	never    string = ""
)

// Area returns the first word of the ID, such as element or facet.
func (r *Rule) Area() string { return r.ID.Area() }

// Action returns what the ID says has happened, such as added: its last word.
func (r *Rule) Action() string { return string(r.ID[strings.LastIndexByte(string(r.ID), '-')+1:]) }

// Area returns the first word of the ID.
func (id ID) Area() string {
	area, _, _ := strings.Cut(string(id), "-")
	return area
}

var (
	allRules = slices.Concat(operationRules, elementRules, contentRules, attributeRules, valueRules, typeRules, schemaRules)
	rulesBy  = indexRules()
)

func indexRules() map[ID]*Rule {
	byID := make(map[ID]*Rule, len(allRules))
	for i := range allRules {
		byID[allRules[i].ID] = &allRules[i]
	}
	return byID
}

// RuleOf returns the rule with an ID of this package's.
func RuleOf(id ID) *Rule { return rulesBy[id] }

// Rules returns all rules, grouped by what they are about.
func Rules() []Rule { return slices.Clone(allRules) }

// RuleByID returns the rule with that ID; ok is false if there is none.
func RuleByID(id ID) (r Rule, ok bool) {
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
		ids[i] = string(allRules[i].ID)
	}
	return ids
}
