/** What the HTTP endpoints of several services share: who may ask, and how a refusal reads. */
@NullMarked
package io.mindstream.service.web;

import org.jspecify.annotations.NullMarked;
