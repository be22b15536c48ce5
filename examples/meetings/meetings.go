// Package meetings is an example: a program that makes, lists and reads meetings
// with the generated client of the Webex API, and its test, which needs no service.
package meetings

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/wbxgen/wbxgen/generated/v40.6.0/meeting"
	"github.com/wbxgen/wbxgen/webex"
)

// Plan makes a meeting and returns its key.
func Plan(ctx context.Context, c webex.Caller, name string, start time.Time, minutes int64) (int64, error) {
	resp, err := meeting.NewClient(c).CreateMeeting(ctx, &meeting.CreateMeetingRequest{
		MetaData: &meeting.MetaData{ConfName: &name},
		Schedule: &meeting.Schedule{StartDate: new(webex.FormatTime(start, time.UTC)), Duration: &minutes},
	})
	if err != nil {
		return 0, err
	}
	if resp.Meetingkey == nil {
		return 0, fmt.Errorf("meeting %q: the answer has no key", name)
	}
	return *resp.Meetingkey, nil
}

// Names returns the names of a host's meetings, however many pages of them there are.
func Names(ctx context.Context, c webex.Caller, host string) ([]string, error) {
	var names []string
	for m, err := range meeting.NewClient(c).LstsummaryMeetingAll(ctx, &meeting.LstsummaryMeetingRequest{HostWebExID: &host}) {
		if err != nil {
			return names, err
		}
		names = append(names, m.ConfName)
	}
	return names, nil
}

// Cancel deletes meetings in one message. Those that are gone already are no error.
func Cancel(ctx context.Context, c *webex.Client, keys ...int64) error {
	batch := c.Batch()
	for _, key := range keys {
		// A batch answers when it is sent.
		if _, err := meeting.NewClient(batch).DelMeeting(ctx, &meeting.DelMeetingRequest{MeetingKey: &key}); err != nil {
			return err
		}
	}
	results, err := batch.Send(ctx)
	if err != nil {
		return err
	}
	var all error
	for _, r := range results {
		if e, ok := errors.AsType[*webex.Error](r.Err); ok && e.ExceptionID == webex.ExceptionMeetingNotFound {
			continue
		}
		all = errors.Join(all, r.Err)
	}
	return all
}
