package codec

import (
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/wbxgen/wbxgen/wire"
)

// checkPlan is what is checked of a struct. It is made when it is first needed, out of the type of the struct and what its table
// says.
type checkPlan struct {
	of             unsafe.Pointer // the type of a pointer to the struct
	attrs, content []fieldRule    // in the order of the struct's fields
	extra          uintptr        // 1 + the offset of its XMLExtra; 0 where it has none, as it is a part of another struct
}

// Struct checks v, a pointer to a struct, as its table says: attributes, then content, which an element with xsi:nil has not.
func (c *Checker) Struct(tab *Table, v any) {
	plan, p := tab.checkPlan(v), pointerOf(v)
	if p == nil {
		c.report("", -1, "is nil")
		return
	}
	checkAll(c, plan.attrs, p)
	if len(plan.content) == 0 && tab.Model == nil || plan.extra > 0 && !c.hasContent(tab, plan, v) {
		return
	}
	checkAll(c, plan.content, p)
}

// checkAll checks fields of the struct at p.
func checkAll(c *Checker, rules []fieldRule, p unsafe.Pointer) {
	for i := range rules {
		r := &rules[i]
		if r.shape != byPointer {
			r.check(c, unsafe.Add(p, r.offset))
		} else if at := *(*unsafe.Pointer)(unsafe.Add(p, r.offset)); at != nil { // most fields are optional, and absent
			r.value(c, r.name, -1, at)
		}
	}
}

// StructFields checks some fields of v, a pointer to a struct, as its table says: those with the numbers first to last.
func (c *Checker) StructFields(tab *Table, v any, first, last int) {
	plan, p := tab.checkPlan(v), pointerOf(v)
	if p == nil {
		return // which HasContent says
	}
	for _, rules := range [...][]fieldRule{plan.attrs, plan.content} {
		for i := range rules {
			if n := rules[i].number; first <= n && n <= last {
				checkAll(c, rules[i:i+1], p)
			}
		}
	}
}

// HasContent reports whether v, a pointer to a struct, has content: not where it has xsi:nil. It checks whether the content
// model that the table may have allows the children, in their order.
func (c *Checker) HasContent(tab *Table, v any) bool {
	if pointerOf(v) == nil {
		c.report("", -1, "is nil")
		return false
	}
	return c.hasContent(tab, tab.checkPlan(v), v)
}

func (c *Checker) hasContent(tab *Table, plan *checkPlan, v any) bool {
	x := (*wire.Extra)(unsafe.Add(pointerOf(v), plan.extra-1))
	if tab.Model != nil {
		return c.content(tab, tab.Model, x, v.(Appender))
	}
	return !c.Nil(x)
}

// knownPlan returns the table's plan, nil where none was made yet.
func (t *Table) knownPlan() *checkPlan { return (*checkPlan)(atomic.LoadPointer(&t.checks)) }

// checkPlan returns the table's plan. v is a pointer to the struct.
func (t *Table) checkPlan(v any) *checkPlan {
	if p := t.knownPlan(); p != nil {
		return p
	}
	of, p := reflect.TypeOf(v).Elem(), &checkPlan{of: typeOf(v)}
	for _, r := range t.rulesOf(of) {
		if isAttr(of.Field(r.number)) {
			p.attrs = append(p.attrs, r)
		} else {
			p.content = append(p.content, r)
		}
	}
	for i := range of.NumField() {
		if f := of.Field(i); f.Type == reflect.TypeFor[wire.Extra]() {
			p.extra = 1 + f.Offset
		}
	}
	atomic.StorePointer(&t.checks, unsafe.Pointer(p))
	return p
}

// isAttr reports whether a field is an attribute, or a group of some.
func isAttr(f reflect.StructField) bool {
	return f.Anonymous || strings.HasSuffix(f.Tag.Get("xml"), ",attr")
}

// rulesOf returns the rules of the fields of a struct, in their order: of those whose values just check themselves by the words
// of AttrFields and Fields, of others by those of Checks.
func (t *Table) rulesOf(of reflect.Type) (rules []fieldRule) {
	for _, text := range [...]string{t.attrs().AttrFields, t.Fields} {
		for _, f := range fieldsOf(text, of) {
			if f.checked {
				rules = append(rules, t.newRule(f.field, checkWord{items: -1}))
			}
		}
	}
	for _, w := range checkWordsOf(t.Checks) {
		for n := w.first; n <= w.last; n++ {
			rules = append(rules, t.newRule(of.Field(n), w))
		}
	}
	slices.SortStableFunc(rules, func(a, b fieldRule) int { return a.number - b.number })
	return rules
}
