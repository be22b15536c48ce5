package change

// Witness is a document that proves a break: valid under one version and
// invalid under the other.
type Witness struct {
	// Direction is the one that breaks. A request is valid under the old
	// version, a response under the new one.
	Direction Direction
	// XML is the document, all names of which are qualified.
	XML string
	// Sent is a request as clients send it; "" where that is no other form.
	Sent string
	// ValidUnder and InvalidUnder are the labels of the two versions.
	ValidUnder, InvalidUnder string
	// Error is what the second says of it first, Path where: the local names
	// of elements from the root.
	Error, Path string
}
