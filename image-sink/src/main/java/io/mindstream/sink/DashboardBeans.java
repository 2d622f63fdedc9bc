package io.mindstream.sink;

import io.micronaut.context.BeanLocator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import io.mindstream.schemas.kafka.KafkaSettings;
import io.mindstream.schemas.serde.SchemaRegistry;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.PipelineService;
import io.mindstream.sink.catalogue.Catalogue;
import io.mindstream.sink.changes.ChangeStream;
import io.mindstream.sink.changes.ChangeTicker;
import io.mindstream.sink.changes.Views;
import io.mindstream.sink.config.DashboardConfig;
import io.mindstream.sink.config.SinkConfig;
import io.mindstream.sink.dashboard.Board;
import io.mindstream.sink.history.History;
import io.mindstream.sink.history.RecordedQuality;
import io.mindstream.sink.history.StoreIndex;
import io.mindstream.sink.history.StoreWatch;
import io.mindstream.sink.history.StoredRuns;
import io.mindstream.sink.history.StoredTrials;
import io.mindstream.sink.system.Backlog;
import io.mindstream.sink.system.Probes;
import io.mindstream.sink.system.SystemBoard;
import io.mindstream.sink.system.SystemChanges;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.document.QualitySummary;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** What the dashboard and the API tell, as beans. Making them connects to nothing. */
@Factory
@SerdeImport(QualitySummary.class)
final class DashboardBeans {

  private final InstantSource clock = InstantSource.system();

  @Singleton
  StoreIndex index() {
    return new StoreIndex(clock);
  }

  @Singleton
  StoredRuns runs(ObjectStore store) {
    return new StoredRuns(store);
  }

  @Singleton
  Board board(DashboardConfig config, StoreIndex index, StoredRuns runs) {
    return new Board(config.trials(), config.followVolumes(), clock, index, runs);
  }

  @Singleton
  @Bean(preDestroy = "stop")
  StoreWatch watch(ObjectStore store, StoreIndex index, StoredRuns runs, Board board) {
    return new StoreWatch(store, index, runs, clock, board::storeChanged);
  }

  @Singleton
  History history(ObjectStore store, StoreIndex index, StoredRuns runs, StoreWatch watch) {
    return new History(
        store, index, runs, new StoredTrials(store, index), () -> watch.health().up());
  }

  @Singleton
  RecordedQuality recordedQuality(ObjectStore store, Topics topics, StoreWatch watch) {
    return new RecordedQuality(store, topics.quality(), () -> watch.health().up());
  }

  @Singleton
  Catalogue catalogue(Board board, History history) {
    return new Catalogue(board, history);
  }

  @Singleton
  Backlog backlog(Topics topics) {
    return new Backlog(Set.of(topics.voxelVectors().name(), topics.images().name()));
  }

  /** The decoder's group is a setting of another service, which this one only looks at. */
  @Singleton
  @Bean(preDestroy = "stop")
  Probes probes(
      KafkaSettings kafka,
      SchemaRegistry registry,
      Topics topics,
      Backlog backlog,
      SinkConfig sink,
      DashboardConfig config,
      @Value("${mindstream.decoder.group-id:mindstream-decoder}") String decoders) {
    return new Probes(
        kafka,
        registry,
        new Probes.Handlers(
            topics.voxelVectors().name(), decoders, topics.images().name(), sink.groupId()),
        backlog,
        config.addresses());
  }

  /** The services are looked up when they are asked for: some need the board themselves. */
  @Singleton
  SystemBoard system(BeanLocator beans, Probes probes, StoreWatch store, Board board) {
    return new SystemBoard(
        () -> beans.getBeansOfType(PipelineService.class), probes, store, board.runs(), clock);
  }

  @Singleton
  ChangeStream stream(
      Board board,
      Catalogue catalogue,
      SystemBoard system,
      DashboardConfig config,
      ObjectMapper json) {
    Views views = new Views(board, catalogue::totals, system::state, json);
    return new ChangeStream(board, views, clock, config.trials());
  }

  @Singleton
  @Bean(preDestroy = "stop")
  ChangeTicker ticker(ChangeStream stream, SystemBoard system, Board board) {
    SystemChanges changes = new SystemChanges(system, board.touched());
    return new ChangeTicker(
        () -> {
          changes.look();
          stream.send();
        });
  }
}
