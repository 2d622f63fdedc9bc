package io.mindstream.standalone.store;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.mindstream.storage.ObjectStore;
import jakarta.inject.Singleton;

/** Gives the sink a store that remembers times. */
@Singleton
final class StoreTiming implements BeanCreatedEventListener<ObjectStore> {

  @Override
  public ObjectStore onCreated(BeanCreatedEvent<ObjectStore> event) {
    return new TimedObjectStore(event.getBean());
  }
}
