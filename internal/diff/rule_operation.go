package diff

// sev reads the levels of a rule: a letter each for request, tolerant and
// strict response, of N, I, R and B; then the step for Go code.
func sev(wire string, step GoLevel) Severity {
	letter := map[byte]Level{'N': None, 'I': Info, 'R': Risk, 'B': Break}
	return Severity{letter[wire[0]], letter[wire[1]], letter[wire[2]], step}
}

var operationRules = []Rule{
	{ID: "operation-added", Mirror: "operation-removed", Severity: sev("III", GoMinor),
		What: "an operation is new",
		Why:  "no client of the old version knows it"},
	{ID: "operation-removed", Mirror: "operation-added", Severity: sev("BNN", GoMajor),
		What: "an operation is gone",
		Why:  "the type that a request names in xsi:type no longer exists"},
	{ID: "operation-renamed", Mirror: "operation-renamed", Severity: sev("BBB", GoMajor),
		What: "an operation has another name and the same content",
		Why:  "the server picks the operation by the name in xsi:type"},
	{ID: "operation-response-added", Mirror: "operation-response-removed", Severity: sev("NIB", GoMajor),
		What: "the response of an operation was empty and now has content",
		Why:  "a strict reader expects nothing; the method now returns something"},
	{ID: "operation-response-removed", Mirror: "operation-response-added", Severity: sev("NBB", GoMajor),
		What: "the response of an operation has become empty or is gone",
		Why:  "a reader no longer gets the data"},
	{ID: "operation-request-type-changed", Mirror: "operation-request-type-changed", Severity: sev("BNN", GoMajor), Judged: true,
		What:   "an operation takes another type of request",
		Why:    "old requests are compatible only if the new type accepts them all",
		Varies: "info where each old request is valid as the new type"},
	{ID: "operation-response-type-changed", Mirror: "operation-response-type-changed", Severity: sev("NBB", GoMajor), Judged: true,
		What:   "an operation gives another type of response",
		Why:    "old readers are safe only if the old type accepts all new responses",
		Varies: "info where each new response is valid as the old type"},
	{ID: "envelope-changed", Mirror: "envelope-changed", Severity: sev("BBB", GoMajor), Judged: true,
		What:   "the element around all messages is of another type",
		Why:    "it is part of every document",
		Varies: "the level that comparing the two types gives"},
	{ID: "root-element-added", Mirror: "root-element-removed", Severity: sev("III", GoMinor),
		What: "a global element, with which a document can start, is new",
		Why:  "no document of the old version starts with it"},
	{ID: "root-element-removed", Mirror: "root-element-added", Severity: sev("BBB", GoMajor),
		What:   "a global element, with which a document can start, is gone",
		Why:    "documents that start with it are no longer valid",
		Varies: "info where messages start with another element"},
}
