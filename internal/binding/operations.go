package binding

import (
	"cmp"
	"path"

	"github.com/wbxgen/wbxgen/internal/plan"
	"github.com/wbxgen/wbxgen/internal/profile"
	"github.com/wbxgen/wbxgen/internal/xsd"
)

// setClient decides which package the methods call, where there are any.
func setClient(p *plan.Plan, schema *xsd.Schema, o Options) {
	c := o.Profile.Client()
	if c.Path == "" || len(o.Profile.Operations(schema)) == 0 {
		return
	}
	p.ClientPath = cmp.Or(o.Client, c.Path)
	p.ClientName = path.Base(c.Path)
}

// operations plans a method for each operation. It comes before the structs
// are filled, so that request and response go to the operation's file.
func operations(p *plan.Plan, list []profile.Operation, failure string, l *layout, ds *declarations) {
	for _, op := range list {
		request, response := ds.structs[op.Request.Type], ds.structs[op.Response.Type]
		if p.ClientPath == "" || request == nil || response == nil {
			continue // nobody to send it, or a type of XML Schema itself
		}
		pkg := l.packageFor(op.Request.Name().Space)
		name := operationName(request)
		if op.Request.Element != nil {
			name = exported(op.Name)
		}
		m := &plan.Method{
			Name: name, File: fileOf(name), Request: request, Response: response,
			Operation: plan.Operation{
				Name: op.Name, Service: op.Service, WireType: op.WireType, ReadOnly: op.ReadOnly,
				Request: op.Request.Name(), Response: op.Response.Name(), Elements: op.Request.Element != nil,
			},
		}
		m.Doc = methodDoc(m, failure)
		request.File, response.File = m.File, m.File
		pkg.Operations = append(pkg.Operations, m)
	}
	ds.moveAnonymous()
}
