/** The bridge as a service: plays a feed, shows progress, resumes after a restart. */
@NullMarked
package io.mindstream.bridge.service;

import org.jspecify.annotations.NullMarked;
