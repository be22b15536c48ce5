package webex

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/wbxgen/wbxgen/wire"
)

// Batch collects operations and sends them in one message. It is a [Caller] whose calls are answered later: give it to
// the clients of generated packages, call their methods, and then [Batch.Send]. The responses that the methods returned
// are empty until then.
//
//	b := client.Batch()
//	someone, _ := user.NewClient(b).GetUser(ctx, &user.GetUserRequest{WebExID: "teo.v"})
//	results, err := b.Send(ctx)
//
// Since 40.4.4 the service takes a limited number of operations in one message; see [ErrBatchTooLarge]. A batch may be
// used by several goroutines, whose calls are then in no order that is known.
type Batch struct {
	client *Client

	mu    sync.Mutex
	items []*item
	sent  bool
}

// BatchResult is what became of an operation of a batch.
type BatchResult struct {
	Operation string
	Response  wire.Typed // what the call returned; empty where Err is not nil
	Err       error
}

var errSent = errors.New("the batch is sent already")

// Batch returns an empty batch.
func (c *Client) Batch() *Batch { return &Batch{client: c} }

// Call adds an operation to the batch. The request must not be changed, and resp not be read, before Send has returned.
func (b *Batch) Call(_ context.Context, op *Operation, req, resp wire.Typed) error {
	if err := ready(b, op, req); err != nil {
		return err
	}
	if isNil(resp) {
		return unsent(op.Name, errors.New("there is no value to read the answer into"))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.sent {
		return unsent(op.Name, errSent)
	}
	b.items = append(b.items, &item{op: op, req: req, resp: resp})
	return nil
}

// Len returns the number of operations.
func (b *Batch) Len() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.items)
}

// Send sends the operations in the order of their calls, and returns what became of them in the same order. The service
// may refuse some and do the others: each result has its own error. The error of Send is that of the message as a
// whole; then it is also that of each result that has none of its own. A batch is sent once.
func (b *Batch) Send(ctx context.Context) ([]BatchResult, error) {
	items, err := b.close()
	if err != nil {
		return nil, unsent("batch", err)
	}
	err = b.client.sendAll(ctx, items, b.client.auth)
	results := make([]BatchResult, len(items))
	for i, it := range items {
		results[i] = BatchResult{Operation: it.op.Name, Response: it.resp, Err: it.err}
		if it.err == nil && !it.answered {
			results[i].Err = err
		}
	}
	return results, err
}

// close returns the operations of a batch that is not sent yet.
func (b *Batch) close() ([]*item, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.client == nil:
		return nil, errors.New("a batch is made by Client.Batch")
	case b.sent:
		return nil, errSent
	case len(b.items) == 0:
		return nil, errors.New("the batch is empty")
	}
	b.sent = true
	return slices.Clone(b.items), nil
}
