// Package request reads messages as clients of an API send them, which is not
// always as the schema has them: without namespaces below the root, with the
// text of an operation in xsi:type, with children in another order, or with a
// prefix that is not declared.
//
// A [Reader] finds the operations of a message and writes it again in the form
// of the schema, element by element, so that package validate can judge it;
// what that finds is told at the places of the original. It owns no rule of
// validation, and knows an API by its profile alone.
//
//	r := request.New(schema, profile, validate.Options{})
//	m, err := r.Read(data)
//	problems := r.Check(m, "request.xml")
package request
