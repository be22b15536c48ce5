package schemagen

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// edit is a way to change a schema document a little where some text stands.
type edit struct {
	at *regexp.Regexp
	to string // as of [regexp.Regexp.Expand]; the number of the edit is put in place of %d
}

// edits mostly leave a valid schema, and each shows in the code of its type, of those
// derived from it, or of all that refer to it.
var edits = []edit{
	{regexp.MustCompile(`<((?:\w+:)?)sequence>`), `${0}<${1}element name="edit%d" minOccurs="0"><${1}simpleType><${1}restriction base="${1}token"/></${1}simpleType></${1}element>`},
	{regexp.MustCompile(`<((?:\w+:)?)choice>`), `${0}<${1}element name="edit%d"><${1}complexType/></${1}element>`},
	{regexp.MustCompile(` minOccurs="0"`), ``},
	{regexp.MustCompile(` maxOccurs="unbounded"`), ` maxOccurs="1%d"`},
	{regexp.MustCompile(` type="(\w+:)string"`), ` type="${1}int"`},
	{regexp.MustCompile(`<((?:\w+:)?)enumeration `), `<${1}enumeration value="edit%d"/>${0}`},
	{regexp.MustCompile(`<((?:\w+:)?)maxLength value="`), `${0}1%d`},
	{regexp.MustCompile(`<(?:\w+:)?documentation>`), `${0}Edit %d. `},
	{regexp.MustCompile(` use="required"`), ``},
	{regexp.MustCompile(` abstract="true"`), ``},
	{regexp.MustCompile(` substitutionGroup="[^"]*"`), ``},
}

// Edit returns a schema document with one small change, made by chance, and what
// that is. It returns "" for a document that has nothing to change.
func Edit(random *rand.Rand, number int, document string) (edited, what string) {
	for _, i := range random.Perm(len(edits)) {
		e := edits[i]
		places := e.at.FindAllStringSubmatchIndex(document, -1)
		if len(places) == 0 {
			continue
		}
		place := places[random.IntN(len(places))]
		to := e.to
		if strings.Contains(to, "%d") {
			to = fmt.Sprintf(to, number)
		}
		text := string(e.at.ExpandString(nil, to, document, place))
		return document[:place[0]] + text + document[place[1]:], fmt.Sprintf("%q at byte %d became %q", document[place[0]:place[1]], place[0], text)
	}
	return "", ""
}
