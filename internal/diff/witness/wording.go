package witness

import (
	"strconv"
	"strings"

	"github.com/wbxgen/wbxgen/internal/validate"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// wording says what is wrong with a document, and where. Names have the prefixes
// of the document: other documents of the schema may not give their namespaces
// any, and {urn:example:orders:v2}item is hard to read.
func wording(p validate.Problem, text string, across func(xsd.QName) xsd.QName) string {
	message := p.Message
	if strings.Contains(message, `"{`) {
		tag, _, _ := strings.Cut(text, ">")
		var pairs []string
		for _, part := range strings.Split(tag, " xmlns")[1:] {
			prefix, rest, _ := strings.Cut(part, `="`)
			if prefix != "" {
				prefix = prefix[1:] + ":"
			}
			space, _, _ := strings.Cut(rest, `"`)
			for _, known := range []string{space, across(xsd.QName{Space: space}).Space} {
				pairs = append(pairs, `"{`+known+`}`, `"`+prefix)
			}
		}
		message = strings.NewReplacer(pairs...).Replace(message)
	}
	return strconv.Itoa(p.Pos.Line) + ":" + strconv.Itoa(p.Pos.Col) + ": " + message + " [" + p.Code + "]"
}
