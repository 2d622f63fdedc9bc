/** The dashboard's page, its live events and its pictures over HTTP. */
@NullMarked
package io.mindstream.sink.web;

import org.jspecify.annotations.NullMarked;
