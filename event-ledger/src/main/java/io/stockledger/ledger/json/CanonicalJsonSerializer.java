package io.stockledger.ledger.json;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Axon serializer that writes canonical JSON (RFC 8785) under stable names.
 *
 * <p>Classes that {@link EventNames} does not know go by their class name, without a revision. Read
 * fields that a class does not have are ignored, and primitive ones that are missing are zero, so
 * that old and newer entries load. Metadata values must be strings, because other types do not come
 * back as what they were.
 *
 * <p>Refused with a {@link SerializationException}: numbers that are not whole or not below 2^53
 * either way, U+0000 and half surrogate pairs in text, metadata that is not a string.
 */
public final class CanonicalJsonSerializer implements Serializer {

  private final EventNames names;
  private final JsonMapper mapper;
  private final boolean canonical;
  private final ChainingConverter converter = new ChainingConverter();

  public CanonicalJsonSerializer(EventNames names) {
    this(names, JsonMapper.shared());
  }

  /**
   * A serializer for events that need more than plain Jackson.
   *
   * @param mapper with the modules that the events need; what canonical JSON and tolerant reading
   *     call for is set on a copy of it
   */
  public CanonicalJsonSerializer(EventNames names, JsonMapper mapper) {
    this(names, mapper, true);
  }

  private CanonicalJsonSerializer(EventNames names, JsonMapper mapper, boolean canonical) {
    this.names = names;
    this.canonical = canonical;
    this.mapper =
        mapper
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();
    converter.registerConverter(new JsonNodeToByteArrayConverter(this.mapper));
    converter.registerConverter(new ByteArrayToJsonNodeConverter(this.mapper));
    converter.registerConverter(new JsonNodeToObjectNodeConverter());
    converter.registerConverter(new ObjectNodeToJsonNodeConverter());
  }

  /**
   * The same names in JSON as it comes: nobody proves anything by a snapshot, and one of a hundred
   * thousand open lines is too large to be sorted in memory first.
   */
  public CanonicalJsonSerializer forSnapshots() {
    return new CanonicalJsonSerializer(names, mapper, false);
  }

  /** The mapper behind it, for those who must read and write the same JSON. */
  public JsonMapper mapper() {
    return mapper;
  }

  @Override
  public <T> SerializedObject<T> serialize(
      @Nullable Object object, Class<T> expectedRepresentation) {
    SerializedType type = typeForClass(object == null ? null : object.getClass());
    return new SimpleSerializedObject<>(
        converter.convert(bytesOf(object), expectedRepresentation), expectedRepresentation, type);
  }

  private byte[] bytesOf(@Nullable Object object) {
    if (object instanceof MetaData metaData) {
      metaData.forEach(CanonicalJsonSerializer::requireString);
      return CanonicalJson.bytesOfStrings(metaData);
    }
    if (object == null) {
      return "null".getBytes(StandardCharsets.UTF_8);
    }
    try {
      return canonical ? canonical(object) : mapper.writeValueAsBytes(object);
    } catch (JacksonException e) {
      throw new SerializationException("cannot be written as JSON: " + object.getClass(), e);
    }
  }

  private byte[] canonical(Object object) {
    byte[] json = asItComes(object);
    return CanonicalForm.arrange(json) ? json : CanonicalJson.bytes(mapper.valueToTree(object));
  }

  /**
   * Nothing where the generator finds something that it cannot write; the tree says better what.
   */
  private byte[] asItComes(Object object) {
    try {
      return mapper.writeValueAsBytes(object);
    } catch (JacksonException e) {
      return new byte[0];
    }
  }

  private static void requireString(String key, @Nullable Object value) {
    if (!(value instanceof String)) {
      throw new SerializationException("metadata '" + key + "' is not a string: " + value);
    }
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
    return converter.canConvert(byte[].class, expectedRepresentation);
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // what the type says, and null for the empty type
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    if (SerializedType.emptyType().equals(serialized.getType())) {
      return null;
    }
    Class<?> type = classForType(serialized.getType());
    if (type == UnknownSerializedType.class) {
      return (T) new UnknownSerializedType(this, serialized);
    }
    try {
      return (T) read(serialized, type);
    } catch (JacksonException e) {
      throw new SerializationException("cannot be read as " + type, e);
    }
  }

  /** Without a tree in between, unless an upcaster has made one. */
  private Object read(SerializedObject<?> serialized, Class<?> type) {
    if (serialized.getData() instanceof JsonNode tree) {
      return type == MetaData.class ? metaData(tree) : mapper.treeToValue(tree, type);
    }
    byte[] json = converter.convert(serialized, byte[].class).getData();
    return type == MetaData.class ? metaData(mapper.readTree(json)) : mapper.readValue(json, type);
  }

  private static MetaData metaData(JsonNode tree) {
    Map<String, String> values = new HashMap<>();
    tree.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asString()));
    return MetaData.from(values);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (SerializedType.emptyType().equals(type)) {
      return Void.class;
    }
    String revision = type.getRevision();
    if (revision != null) {
      Class<?> named = names.classOf(new EventName(type.getName(), Integer.parseInt(revision)));
      return named == null ? UnknownSerializedType.class : named;
    }
    try {
      return Class.forName(type.getName(), false, CanonicalJsonSerializer.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return UnknownSerializedType.class;
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || type == Void.TYPE || type == Void.class) {
      return SerializedType.emptyType();
    }
    Class<?> known = type;
    EventName name = names.nameOf(known);
    return name == null
        ? new SimpleSerializedType(known.getName(), null)
        : new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
