package datatype

import "github.com/wbxgen/wbxgen/wire/value"

// forms are those of the texts of points in time.
var forms = [...]*value.Form{
	dateTimeKind: value.DateTime, timeKind: value.Time, dateKind: value.Date, gYearMonthKind: value.GYearMonth,
	gYearKind: value.GYear, gMonthDayKind: value.GMonthDay, gDayKind: value.GDay, gMonthKind: value.GMonth,
}

// scanMoment reads the text of a point in time.
func scanMoment(s string, k kind, m *value.Moment) *Error {
	form := forms[k]
	problem := value.ScanMoment(s, form, quote, m)
	switch {
	case problem == nil:
		return nil
	case problem.Form != "":
		return lexicalError(s, k.String(), problem.Form+"; write "+form.Shape+", with a time zone such as Z or +01:00 or without")
	case problem.Absent != "":
		return fail(codeLexical, "%s is %s that does not exist: %s", quote(s), form.Noun, problem.Absent)
	}
	return fail(codeUnsupported, "%s has a year beyond %d, which this program cannot hold", quote(s), int64(value.MaxYear))
}

// scanDuration reads the text of a duration.
func scanDuration(s string) (value.Duration, *Error) {
	d, problem := value.ScanDuration(s)
	switch {
	case problem.Form != "":
		return d, lexicalError(s, "duration", problem.Form)
	case problem.Beyond:
		return d, fail(codeUnsupported, "%s is longer than this program can hold", quote(s))
	}
	return d, nil
}

// orderOf is an order that may be left open.
func orderOf(order int, ok bool) Order {
	if !ok {
		return Incomparable
	}
	return Order(order)
}
