//! In: a selection and the details of one interview. Out: all that a template may see, as one serializable view.
//!
//! This room must not know how a view is rendered.

mod packet;

pub use packet::Packet;
