package mutant

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Instance changes a document of a schema in one place, by chance, and says
// what it did. The pool has documents of the same schema, and types are names
// that xsi:type may give, with prefixes that the document declares.
func Instance(r *rand.Rand, doc *Node, p *Pool, types []string) string {
	for {
		change := instanceChanges[r.IntN(len(instanceChanges))]
		if what := change(r, doc, p, types); what != "" {
			return what
		}
	}
}

var instanceChanges = []func(r *rand.Rand, doc *Node, p *Pool, types []string) string{
	otherText, otherText, otherText, otherText, ofOther, ofOther, valueOfAttr, valueOfAttr,
	lessAttr, attrAdded, nilled, typed, typed, childGone, childTwice, childrenSwapped, childRenamed, childGrafted, childMoved, texted, emptied,
}

// values are texts at the edges of the types that are built in.
var values = strings.Split(`| |	|x|0|-0|+0|00|1|-1|+1|01|1.|.1|1.0|1.00|0.1|1e3|1E-3|1e400|-1e-400|INF|-INF|+INF|NaN|inf|true|false|TRUE|127|128|-128|-129|255|256|32767|32768|65535|65536|`+
	`2147483647|2147483648|-2147483648|-2147483649|4294967295|4294967296|9223372036854775807|9223372036854775808|18446744073709551615|18446744073709551616|`+
	`99999999999999999999999|1.7976931348623157E308|3.4028235E38|3.5E38|`+
	`2000-01-01|2000-02-29|2001-02-29|1900-02-29|2000-01-01Z|2000-01-01+14:00|2000-01-01-14:00|2000-01-01+14:01|0000-01-01|-0001-01-01|-0004-02-29|12000-01-01|012000-01-01|2000-1-1|`+
	`2000-01-01T00:00:00|2000-01-01T24:00:00|2000-01-01T24:00:01|2000-01-01T23:59:60|2000-01-01T23:59:59.999999999999|2000-01-01T00:00:00.|2000-12-31T24:00:00Z|2000-01-01T12:00:00+00:00|2000-01-01T12:00:00-00:00|2000-01-01 12:00:00|`+
	`00:00:00|24:00:00|24:00:00.0|24:00:00.1|23:59:60|12:00:00Z|12:00|12:60:00|2000|-2000|02000|20000|200|2000Z|2000-01|2000-13|2000-00|--01-01|--02-29|--02-30|--2-1|---01|---31|---32|--01|--01--|--13|`+
	`P1Y|P1M|P1D|PT1H|PT1M|PT1S|PT1.5S|PT.5S|PT1.S|P|PT|P1YT|-P1Y|+P1Y|P-1Y|P1W|P1Y2M3DT4H5M6S|P12M|P365D|PT36H|P0Y|`+
	`0f|0F|F|0G|QUJD|QUJ|QUJD RA==|QUI=|QUJ=|QR==|Q===|====|QUJDQUI=|abc def|a:b|:a|a:|a:b:c|xs:string|xml:lang|_a|-a|1a|a b|a  b| a |a.b|é|Ångström|日本|`+"\U00010000"+`|a&b|<|`+
	`http://a.b/c|http://a.b/c d|a#b|a#b#c|%20|%|%zz|http://[::1]/|http://[|{a}|a\b|en|en-GB|en-|e1|x-klingon|abcdefghi|a-b-c|`+
	`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`, "|")

// setText gives an element a text in place of all texts that it has.
func setText(n *Node, text string) {
	n.Children = slices.DeleteFunc(n.Children, func(c *Node) bool { return c.Name == "" })
	if text != "" {
		n.insert(0, &Node{Text: text})
	}
}

// text is what stands in an element that has no children.
func text(n *Node) (string, bool) {
	all := ""
	for _, c := range n.Children {
		if c.Name != "" {
			return "", false
		}
		all += c.Text
	}
	return all, true
}

func leaves(doc *Node) []*Node {
	return elements(doc, func(n *Node) bool { _, ok := text(n); return ok })
}

func otherText(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, leaves(doc))
	if n == nil {
		return ""
	}
	was, _ := text(n)
	value := near(r, was)
	if value == was {
		return ""
	}
	setText(n, value)
	return fmt.Sprintf("%s: text %q for %q", n.Name, value, was)
}

// near is a value that has something to do with the one that was there, or one
// of the edges of all types.
func near(r *rand.Rand, was string) string {
	if was == "" || r.IntN(2) == 0 {
		return values[r.IntN(len(values))]
	}
	i := r.IntN(len(was))
	switch r.IntN(9) {
	case 0:
		return " " + was
	case 1:
		return was + "\n "
	case 2:
		return was[:i] + was[i+1:]
	case 3:
		return was[:i] + was[i:i+1] + was[i:]
	case 4:
		return was + " " + was
	case 5:
		return was + "0"
	case 6:
		return "0" + was
	case 7:
		return was[:i] + string("019aAzZ-+.:TZ /_&\t"[r.IntN(18)]) + was[i+1:]
	default:
		return was + "Z"
	}
}

// ofOther gives an element or attribute the value of another place, as keys and
// references like it.
func ofOther(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	var all []string
	for _, n := range doc.Elements() {
		if t, ok := text(n); ok && t != "" {
			all = append(all, t)
		}
		for _, a := range n.Attrs {
			if !strings.HasPrefix(a.Name, "xmlns") && !strings.HasPrefix(a.Name, "xsi:") {
				all = append(all, a.Value)
			}
		}
	}
	value, ok := pick(r, all)
	if !ok {
		return ""
	}
	if r.IntN(2) == 0 {
		return setAttr(r, doc, func(string) string { return value })
	}
	n, _ := pick(r, leaves(doc))
	was, _ := text(n)
	if was == value {
		return ""
	}
	setText(n, value)
	return fmt.Sprintf("%s: text %q for %q", n.Name, value, was)
}

func valueOfAttr(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	return setAttr(r, doc, func(was string) string { return near(r, was) })
}

func setAttr(r *rand.Rand, doc *Node, value func(was string) string) string {
	n, _ := pick(r, elements(doc, func(n *Node) bool { return len(plainAttrs(n)) > 0 }))
	if n == nil {
		return ""
	}
	i, _ := pick(r, plainAttrs(n))
	was := n.Attrs[i].Value
	v := value(was)
	if v == was {
		return ""
	}
	n.Attrs[i].Value = v
	return fmt.Sprintf("%s: %s=%q for %q", n.Name, n.Attrs[i].Name, v, was)
}

func plainAttrs(n *Node) (list []int) {
	for i, a := range n.Attrs {
		if !strings.HasPrefix(a.Name, "xmlns") && !strings.Contains(a.Name, "chemaLocation") {
			list = append(list, i)
		}
	}
	return list
}

func lessAttr(r *rand.Rand, doc *Node, _ *Pool, _ []string) string {
	n, _ := pick(r, elements(doc, func(n *Node) bool { return len(plainAttrs(n)) > 0 }))
	if n == nil {
		return ""
	}
	i, _ := pick(r, plainAttrs(n))
	what := n.Name + ": without " + n.Attrs[i].Name
	n.Attrs = slices.Delete(n.Attrs, i, i+1)
	return what
}

func attrAdded(r *rand.Rand, doc *Node, p *Pool, _ []string) string {
	n, _ := pick(r, doc.Elements())
	var names []string
	for _, list := range p.attrs {
		names = append(names, list...)
	}
	slices.Sort(names)
	name, ok := pick(r, slices.Compact(names))
	if !ok || r.IntN(4) == 0 {
		name = []string{"foo", "xml:lang", "xml:space", "xml:base", "xml:id", "id", "xml:foo"}[r.IntN(7)]
	}
	if _, has := n.Attr(name); has || strings.HasPrefix(name, "xmlns") || strings.HasPrefix(name, "xsi") || strings.Contains(name, ":") && !strings.HasPrefix(name, "xml:") {
		return ""
	}
	value, ok := p.value(r, name)
	if !ok || r.IntN(2) == 0 {
		value = values[r.IntN(len(values))]
	}
	n.Attrs = append(n.Attrs, Attr{name, value})
	return fmt.Sprintf("%s: with %s=%q", n.Name, name, value)
}
