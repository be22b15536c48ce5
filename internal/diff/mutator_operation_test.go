package diff_test

import (
	"strings"

	"github.com/wbxgen/wbxgen/internal/diff/change"
)

// request fits the types of requests whose response is in the document, where
// both have content of their own.
func request(e, parent *xmlElement) bool {
	if !e.isBody() || parent.local() != "schema" || strings.HasSuffix(e.get("name"), "Response") {
		return false
	}
	response := parent.named(e.get("name") + "Response")
	return response != nil && response.isBody()
}

// isBody reports whether a type extends that of bodies by a sequence.
func (e *xmlElement) isBody() bool {
	if e.local() != "complexType" || e.child("complexContent") == nil {
		return false
	}
	x := e.child("complexContent").child("extension")
	return x != nil && x.get("base") == "serv:bodyContentType" && x.child("sequence") != nil && len(x.child("sequence").kids) > 0
}

// body returns the sequence of what extends the type of bodies.
func (e *xmlElement) body() *xmlElement {
	return e.child("complexContent").child("extension").child("sequence")
}

// operating is a mutator for an operation.
func operating(id change.ID, change func(doc, request, response *xmlElement)) mutator {
	return editing(id, request, func(_ *mutation, e, p *xmlElement) { change(p, e, p.named(e.get("name")+"Response")) })
}

// respell writes the first letter of both types in the other case, which is
// the same operation on the wire.
func respell(request, response *xmlElement) {
	request.set("name", flipCase(request.get("name")))
	response.set("name", flipCase(response.get("name")))
}

var operationMutators = []mutator{
	operating("operation-removed", func(doc, request, response *xmlElement) {
		doc.remove(request)
		doc.remove(response)
	}),
	whole("operation-added", func(_ *mutation, doc *xmlElement) {
		for _, suffix := range []string{"", "Response"} {
			doc.add(extend("zyxOperation"+suffix, "serv:bodyContentType", elementNamed("zyx")))
		}
	}),
	operating("operation-renamed", func(_, request, response *xmlElement) {
		request.set("name", request.get("name")+"Zyx")
		response.set("name", request.get("name")+"Response")
	}),
	operating("operation-response-removed", func(_, _, response *xmlElement) { response.body().kids = nil }),
	operating("operation-request-type-changed", func(_, request, response *xmlElement) { respell(request, response) }).with("type-renamed"),
	operating("operation-response-type-changed", func(_, request, response *xmlElement) {
		respell(request, response)
		response.body().kids = []*xmlElement{elementNamed("zyxInstead")}
	}).with("operation-request-type-changed", "element-removed-required", "element-removed-optional", "element-added-required"),
	{id: "envelope-changed", besides: []change.ID{"element-became-optional"}, change: func(r *mutation, _ *xmlElement) bool {
		const name = "service/service.xsd"
		if r.from[name] == nil {
			return false
		}
		doc := r.edit(name)
		other := doc.named("messageType").clone()
		other.set("name", "zyxMessageType")
		other.child("sequence").kids[0].set("minOccurs", "0")
		doc.add(other)
		r.agree()
		doc.named("message").set("type", doc.own("zyxMessageType"))
		return true
	}},
}
