package compile

// What XSD 1.1 has and 1.0 has not. An author who writes one of them does not
// err, so that what is wrong with the rest by the rules of 1.0 tells nothing.
var (
	newElements   = set("assert", "assertion", "alternative", "override", "openContent", "defaultOpenContent", "explicitTimezone")
	newAttributes = set("defaultAttributes", "defaultAttributesApply", "xpathDefaultNamespace", "notNamespace", "notQName", "inheritable", "targetNamespace", "appliesToEmpty")
	newTypes      = set("anyAtomicType", "dateTimeStamp", "dayTimeDuration", "yearMonthDuration", "error")
)

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}
