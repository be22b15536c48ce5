package report

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// minAlike is how many changes are told as one from, manyValues how many values
// that an enumeration has lost, and manyAttributes how many attributes of a type
// that are gone or required: each breaks somebody, and each is proven.
const (
	minAlike       = 3
	manyValues     = 13
	manyAttributes = 6
)

// likeness says how changes of a rule are the same edit in many places.
type likeness uint8

// The kinds of likeness: an optional element that each of 178 types has gained,
// values that one enumeration has lost, elements that may stand for one head,
// attributes of one type.
const (
	alikeEverywhere likeness = iota
	ofOneEnumeration
	ofOneHead
	ofOneType
)

// likenesses are those of the rules whose changes are told as one although they ask
// somebody to act.
var likenesses = map[change.ID]likeness{
	change.EnumValueRemoved:        ofOneEnumeration,
	change.SubstitutionMemberAdded: ofOneHead, change.DerivedTypeAdded: ofOneHead,
	change.AttributeBecameRequired: ofOneType, change.AttributeAddedRequired: ofOneType, change.AttributeRemoved: ofOneType,
}

// enough is how many changes of a likeness are told as one.
var enough = [...]int{alikeEverywhere: minAlike, ofOneEnumeration: manyValues, ofOneHead: minAlike, ofOneType: manyAttributes}

// likeness is how a change is like others. Of what no document can hold, and what
// asks nobody to act, any is like any other of its rule.
func (v *viewer) likeness(c *change.Change) likeness {
	real, _ := split(c.Operations)
	kind := likenesses[c.ID]
	if kind != ofOneEnumeration && (len(real) == 0 || c.Level(v.options.Strict) <= change.Info) {
		return alikeEverywhere
	}
	return kind
}

// alikeKey is the same for changes that can be told as one; "" for one that
// stands alone.
func (v *viewer) alikeKey(c *change.Change) string {
	level := c.Level(v.options.Strict)
	switch {
	case !v.words.documents || v.options.MaxBytes <= 0 || level > change.Info && v.likeness(c) == alikeEverywhere:
		return ""
	case c.Accepted != nil || c.Policy != "" || c.Usage != "":
		return ""
	}
	key := level.String() + "\n" + string(c.ID) + "\n"
	real, _ := split(c.Operations)
	switch {
	case len(real) == 0:
		return key + "unreached"
	case c.ID == change.RootElementAdded:
		return key + "roots"
	case v.likeness(c) == ofOneEnumeration:
		return key + c.Component.String()
	case v.likeness(c) == ofOneHead:
		return key + strings.Join(v.operations(c), " ") + "\n" + values(c) + "\n" + c.Severity.Strict.String()
	case v.likeness(c) == ofOneType:
		return key + strings.Join(v.operations(c), " ") + "\n" + holderOf(c.Component).String() + "\n" + c.Severity.Response.String() + c.Severity.Strict.String()
	case c.Component.Path == "":
		return ""
	}
	return key + strings.Join(v.operations(c), " ") + "\n" + lastStep(c.Component.Path) + "\n" + values(c) + "\n" + c.Severity.Strict.String()
}
