package webex

import "time"

// Response is what a response hook gets to know of an exchange. There are no secrets in it.
type Response struct {
	Operation  string        // the name of the operation, or those of a batch with commas between them
	Attempt    int           // 1, and more for repetitions
	HTTPStatus int           // 0 where no answer came
	Duration   time.Duration // from sending the request until the answer was read
	Statuses   []Status      // what the header of the answer says, one for all operations or one for each
	Err        error         // why the exchange as a whole failed, or the first failure of an operation; nil if there is none
}
