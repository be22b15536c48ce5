// Package mutant changes XML documents in one place: schema documents and
// documents of schemas, so that judges can be asked whether they agree on what
// comes out.
//
// It owns what is changed and how the changed document is written. It does not
// own the verdict: what comes out may be right or wrong, that is for the judges.
//
//	pool := mutant.NewPool()
//	pool.Add(doc)                 // whose values and parts others may get
//	what := mutant.Schema(r, doc.Clone(), pool)
package mutant
