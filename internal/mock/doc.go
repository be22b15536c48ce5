// Package mock stands in for the service of an API: it answers requests on the
// compiled schema, without generated code, for any profile.
//
// An operation is answered by a fixture where one fits, else out of what was
// created before, where the server keeps state, else with the smallest
// document that the schema allows. Requests are judged as clients send them;
// what is wrong is logged, or refused by a strict server. It owns no rule of
// any API: how an answer is written, what a session is and which operation
// does what to which thing is said by the profile.
//
//	s, err := mock.New(schema, profile, mock.Options{State: true})
//	http.Serve(listener, s)
package mock
