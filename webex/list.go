package webex

import (
	"context"
	"errors"
	"iter"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"
)

// List tells [Items] and [All] where a response has its list: Q is the type of the request, R that of the response, I
// that of an item. Generated packages hold one for each operation that returns a list:
//
//	var listLstsummarySession = webex.List[LstsummarySession, LstsummarySessionResponse, LstsummarySessionInstance]{
//		Table: &tableLstsummarySessionResponse, Item: 1, Records: 0,
//		Read:  webex.ReadItem[LstsummarySessionInstance],
//		Items: func(r *LstsummarySessionResponse) []LstsummarySessionInstance { return r.Session },
//		Found: func(r *LstsummarySessionResponse) (f webex.Found, ok bool) {
//			if m := r.MatchingRecords; m != nil {
//				return webex.Found{Total: m.Total, Returned: m.Returned, StartFrom: m.StartFrom}, true
//			}
//			return f, false
//		},
//		Page: func(req *LstsummarySession, from int64) *LstsummarySession {
//			page, control := *req, service.LstControl{}
//			if req.ListControl != nil {
//				control = *req.ListControl
//			}
//			control.StartFrom, page.ListControl = &from, &control
//			return &page
//		},
//	}
type List[Q, R, I any] struct {
	Table   *codec.Table // of R
	Item    int          // index of the repeated element in Table
	Records int          // index of matchingRecords in Table; used where Page is set
	Read    func(d *codec.Decoder, item *I)
	Items   func(*R) []I

	// Found and Page are nil for a list without pages.
	Found func(*R) (f Found, ok bool)      // what matchingRecords says; false where it is absent
	Page  func(req *Q, startFrom int64) *Q // a copy of the request with that listControl/startFrom
}

// Found is what matchingRecords says: how many records match, how many of them are in the response, and the number of
// the first one.
type Found struct {
	Total, Returned, StartFrom int64
}

// ReadItem reads an item of complex type, as a [List] wants it.
func ReadItem[I any, P interface {
	*I
	codec.Object
}](d *codec.Decoder, item *I) {
	d.Object(P(item))
}

// Items sends req through c and yields the items of the answer. A [Client], or another [Streamer], reads them one by
// one from the connection, and an item is forgotten when the next one is read; any other caller reads the whole
// response first. The first error ends the sequence, with a nil item; an empty list may be the error [ErrNoRecord].
// Ending the loop early ends the request.
func Items[Q, R, I any, P interface {
	*Q
	wire.Typed
}](ctx context.Context, c Caller, op *Operation, req P, list *List[Q, R, I]) iter.Seq2[*I, error] {
	return func(yield func(*I, error) bool) {
		if _, more, err := page(ctx, c, op, req, list, yield); err != nil && more {
			yield(nil, err)
		}
	}
}

// All yields the items of req as [Items] does, and goes on with the next page until the service has no more: exception
// 000015 is the end of the list, and no error. It begins where req does, and a page is as long as its
// listControl/maximumNum says. Records that come and go meanwhile may be missed or seen twice.
func All[Q, R, I any, P interface {
	*Q
	wire.Typed
}](ctx context.Context, c Caller, op *Operation, req P, list *List[Q, R, I]) iter.Seq2[*I, error] {
	return func(yield func(*I, error) bool) {
		var pos position
		for req := req; ; {
			got, more, err := page(ctx, c, op, req, list, yield)
			switch {
			case !more || errors.Is(err, ErrNoRecord):
				return
			case err == nil && list.Page != nil:
				err = pos.advance(op.Name, got)
			}
			if err != nil {
				yield(nil, err)
			}
			if err != nil || list.Page == nil || pos.end {
				return
			}
			req = list.Page((*Q)(req), pos.next)
		}
	}
}

// got is what a page brought.
type got struct {
	items   int64
	found   Found
	isFound bool
}

// page yields the items of one response. more is false where the loop over them has ended.
func page[Q, R, I any, P interface {
	*Q
	wire.Typed
}](
	ctx context.Context, c Caller, op *Operation, req P, list *List[Q, R, I], yield func(*I, error) bool,
) (g got, more bool, err error) {
	if err := ready(c, op, req); err != nil {
		return g, true, err
	}
	switch c := c.(type) {
	case Streamer:
		s := &stream[Q, R, I]{list: list, op: op, yield: yield}
		err := c.Stream(ctx, op, req, s)
		return s.got, !s.stopped, err
	case *Batch:
		return g, true, unsent(op.Name, errors.New("a batch has no answer to go through yet"))
	}
	return whole(ctx, c, op, req, list, yield)
}

// whole is page with a caller that reads the whole response.
func whole[Q, R, I any](
	ctx context.Context, c Caller, op *Operation, req wire.Typed, list *List[Q, R, I], yield func(*I, error) bool,
) (g got, more bool, err error) {
	r := new(R)
	resp, ok := any(r).(wire.Typed)
	if !ok {
		return g, true, unsent(op.Name, errors.New("the list is not that of a response"))
	}
	if err := c.Call(ctx, op, req, resp); err != nil {
		return g, true, err
	}
	if list.Found != nil {
		g.found, g.isFound = list.Found(r)
	}
	items := list.Items(r)
	for i := range items {
		g.items++
		if !yield(&items[i], nil) {
			return g, false, nil
		}
	}
	return g, true, nil
}
