package datatype

// setBound takes over a bound, which must be a value of the base type. An
// exclusive bound may also repeat the base's own, which is none.
func (r *restriction) setBound(i int, f Facet) bool {
	k := f.Kind
	own := r.base.facets.bound(k)
	v, err := r.base.unbounded().parse(f.Value, f.NS)
	if err != nil && own != nil && !bounds[k].inclusive {
		v, err = r.repeated(*own, f, err)
	}
	if err != nil {
		r.fail(i, err.Code, "the value of %s is no value of the base type: %s", k, err.Msg)
		return false
	}
	if own != nil && r.isFixed(i, !own.Equal(v), own.text) {
		return false
	}
	if twin := bounds[k].twin; r.at[twin] >= 0 && r.at[twin] != i {
		r.fail(i, bounds[k].twinCode, "%s and %s cannot be stated together", twin, k)
		return false
	}
	for _, other := range boundKinds {
		if b := r.base.facets.bound(other); b != nil && !staysWithin(k, v, other, *b) {
			r.fail(i, k.String()+"-valid-restriction", "%s %s is not %s %s, which the base type has as %s",
				k, quote(v.text), bounds[other].words, quote(b.text), other)
			return false
		}
	}
	r.next.facets.setBound(k, &v)
	return true
}

// repeated reads a bound that may be that of the base, which is no value of the
// base where its patterns or enumeration rule it out.
func (r *restriction) repeated(own Value, f Facet, err *Error) (Value, *Error) {
	if v, problem := own.typ.unbounded().parse(f.Value, f.NS); problem == nil && v.Equal(own) {
		return v, nil
	}
	return Value{}, err
}

// unbounded is t without bounds, to read bounds with.
func (t *Type) unbounded() *Type {
	u := *t
	for _, k := range boundKinds {
		u.facets.setBound(k, nil)
	}
	u.shorten()
	return &u
}

// staysWithin follows the …-valid-restriction constraints of §4.3.7 to
// §4.3.10, and takes values in no order to the base's bound for wrong.
func staysWithin(k FacetKind, v Value, baseKind FacetKind, b Value) bool {
	order := v.Compare(b)
	return bounds[baseKind].admits(order) || k == baseKind && order == Equal
}

// checkBounds compares the bounds in force, if this step states any.
func (r *restriction) checkBounds() {
	f := &r.next.facets
	for _, low := range boundKinds[:2] {
		for _, high := range boundKinds[2:] {
			min, max := f.bound(low), f.bound(high)
			if min == nil || max == nil {
				continue
			}
			order := min.Compare(*max)
			if order == Less || order == Equal && bounds[low].inclusive == bounds[high].inclusive {
				continue
			}
			r.failLast(boundOrderCode(low, high), low, high, "%s %s is not less than %s %s",
				low, quote(min.text), high, quote(max.text))
		}
	}
}

// boundOrderCode names the constraint: equal bounds are fine if both are of
// one sort.
func boundOrderCode(low, high FacetKind) string {
	if bounds[low].inclusive == bounds[high].inclusive {
		return low.String() + "-less-than-equal-to-" + high.String()
	}
	return low.String() + "-less-than-" + high.String()
}
