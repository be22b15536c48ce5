// Package plan is Go code as data: packages, types with their fields and
// methods, and every identifier that the code has, helpers included.
//
// It is what package binding decides and package gogen prints. It holds no line
// of source and no rule of how a schema becomes Go.
//
//	for _, pkg := range p.Packages {
//		for _, d := range pkg.Types {
//			fmt.Println(pkg.Name, d.TypeName())
//		}
//	}
package plan
