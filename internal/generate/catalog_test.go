package generate_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/internal/generate"
)

// TestCatalog: what schemas refer to by URLs is where the configuration says,
// with what stands beside it there.
func TestCatalog(t *testing.T) {
	web := strings.NewReplacer(`schemaLocation="common.xsd"`, `schemaLocation="http://example.com/schemas/common.xsd"`).Replace(orders)
	split := strings.Replace(common, `<xs:attributeGroup`, `<xs:include schemaLocation="left.xsd"/><xs:attributeGroup`, 1)
	split = strings.Replace(split, `<xs:complexType name="LeftType"/>`, "", 1)
	split = strings.Replace(split, `<xs:complexType name="AmountType">`, `<xs:complexType name="AmountType">`, 1)
	// An include has to come first.
	split = strings.Replace(split, `<xs:include schemaLocation="left.xsd"/>`, "", 1)
	split = strings.Replace(split, `elementFormDefault="qualified">`, `elementFormDefault="qualified"><xs:include schemaLocation="left.xsd"/>`, 1)
	left := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:common"><xs:complexType name="LeftType"/></xs:schema>`
	set := func() {
		module(t, map[string]string{
			"schemas/1/orders.xsd": web, "vendor/common.xsd": split, "vendor/left.xsd": left,
			"catalog.xml": `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI uriStartString="http://example.com/schemas/" rewritePrefix="vendor/"/></catalog>`,
		})
	}
	for _, settings := range []string{
		"catalog: {http://example.com/schemas/common.xsd: vendor/common.xsd}\n",
		"catalog: {urn:common: vendor/common.xsd}\n",
		"catalog: catalog.xml\n",
		"catalog: [catalog.xml]\n",
	} {
		set()
		if _, wrong := made(settled(t, settings), generate.Options{}); wrong != "" {
			t.Errorf("%s: %s", settings, wrong)
		}
		if data, err := os.ReadFile("generated/v1/common/types.go"); err != nil || !strings.Contains(string(data), "type Left struct") {
			t.Errorf("%s: %v", settings, err)
		}
	}
	for settings, want := range map[string]string{
		"": `namespace "urn:common" is imported but not found`,
		"catalog: {http://example.com/schemas/common.xsd: vendor/comon.xsd}\n": `there is no document vendor/comon.xsd`,
		"catalog: {urn:common: vendor/common.xsd, urn:x: y}\n":                 `wbxgen.yaml:1:42: error: no schema refers to the location or namespace "urn:x" [wbxgen-config]`,
		"catalog: nowhere.xml\n":     `nowhere.xml: error: there is no such catalog [wbxgen-catalog]`,
		"catalog: vendor/left.xsd\n": `vendor/left.xsd:1:1: error: the root element is schema, not catalog of the namespace`,
		"catalog: {http://example.com/schemas/common.xsd: http://example.com/other.xsd}\n": `namespace "urn:common" is imported but not found`,
	} {
		set()
		if got := refused(t, settings); !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", settings, got, want)
		}
	}
	// From the network, if that is allowed, and as relative references there mean.
	set()
	asked := map[string]int{}
	fetch := func(url string) ([]byte, error) {
		asked[url]++
		switch url {
		case "http://example.com/schemas/common.xsd":
			return []byte(split), nil
		case "http://example.com/schemas/left.xsd":
			return []byte(left), nil
		}
		return nil, errors.New("the server says 404")
	}
	if _, wrong := made(settled(t, ""), generate.Options{Fetch: fetch}); wrong != "" || len(asked) != 2 {
		t.Errorf("%s; asked for %v", wrong, asked)
	}
	set()
	if _, wrong := made(settled(t, "catalog: {http://example.com/schemas/common.xsd: http://example.com/other.xsd}\n"), generate.Options{Fetch: fetch}); !strings.Contains(wrong, "cannot fetch: the server says 404") {
		t.Error(wrong)
	}
}
