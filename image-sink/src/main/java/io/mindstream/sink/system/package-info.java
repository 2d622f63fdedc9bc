/** How the whole is: services, servers, scanner and backlog. */
@NullMarked
package io.mindstream.sink.system;

import org.jspecify.annotations.NullMarked;
