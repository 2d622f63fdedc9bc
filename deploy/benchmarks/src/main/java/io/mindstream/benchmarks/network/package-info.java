/** Speed of the network, beside the same network in PyTorch. */
@NullMarked
package io.mindstream.benchmarks.network;

import org.jspecify.annotations.NullMarked;
