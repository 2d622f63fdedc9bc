/**
 * Training of a whole decoder: masked brain modelling, autoencoder of pictures, condition, latent
 * diffusion. Takes vectors and pictures as plain arrays and does not ask where they come from.
 */
@NullMarked
package io.mindstream.lab.training;

import org.jspecify.annotations.NullMarked;
