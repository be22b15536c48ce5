package diff

import (
	"github.com/wbxgen/wbxgen/internal/inclusion"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// matching says which global components of two versions stand for each other.
// It is made before anything is compared, and compared is what it says.
type matching struct {
	names      *inclusion.Names
	operations []OperationPair
	types      matched[xsd.Type]
	elements   matched[*xsd.ElementDecl]
	attributes matched[*xsd.AttributeDecl]
}

// OperationPair is an operation in both versions; one side is nil where it has
// come or gone.
type OperationPair struct{ Old, New *profile.Operation }

// match pairs what two versions have. What the user says of namespaces is given.
func match(old, new *Side, given map[string]string) *matching {
	m := &matching{names: matchNames(old, new, given)}
	m.operations = matchOperations(old, new, m.names)
	m.types = matchTypes(old, new, m.names)
	m.elements = matchBy(old.Schema.Elements(), new.Schema.Elements(), func(o *xsd.ElementDecl) (*xsd.ElementDecl, bool) {
		n := new.Schema.Element(m.names.Name(o.Name))
		return n, n != nil
	})
	m.attributes = matchBy(old.Schema.Attributes(), new.Schema.Attributes(), func(o *xsd.AttributeDecl) (*xsd.AttributeDecl, bool) {
		n := new.Schema.Attribute(m.names.Name(o.Name))
		return n, n != nil
	})
	return m
}

// matchOperations pairs the operations by request type, then by name.
func matchOperations(old, new *Side, names *inclusion.Names) []OperationPair {
	byType, byName := map[xsd.QName]*profile.Operation{}, map[string]*profile.Operation{}
	for i := range new.Operations {
		op := &new.Operations[i]
		byType[op.Request.Name()] = op
		byName[op.Service+"."+op.Name] = op
	}
	var pairs []OperationPair
	taken := map[*profile.Operation]bool{}
	for i := range old.Operations {
		op := &old.Operations[i]
		to := byType[renamedMessage(names, op.Request)]
		if to == nil {
			to = byName[op.Service+"."+op.Name]
		}
		if taken[to] {
			to = nil
		}
		taken[to] = true
		pairs = append(pairs, OperationPair{op, to})
	}
	for i := range new.Operations {
		if op := &new.Operations[i]; !taken[op] {
			pairs = append(pairs, OperationPair{New: op})
		}
	}
	return pairs
}

// renamedMessage returns the name that a message of the old version has in the
// new one.
func renamedMessage(names *inclusion.Names, m profile.Message) xsd.QName {
	if m.Element != nil {
		return names.Name(m.Element.Name)
	}
	return names.TypeName(m.Type.Name)
}
