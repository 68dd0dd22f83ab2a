import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEventParser } from './events.ts';

test('events are found wherever the chunks are cut', () => {
  const text = ': hello\n\nevent: appointment\ndata: {"id":"a"}\n\nevent: paused\ndata: {}\n\n';
  for (let cut = 0; cut <= text.length; cut += 1) {
    const parse = createEventParser();
    assert.deepEqual(
      [...parse(text.slice(0, cut)), ...parse(text.slice(cut))],
      [
        { name: 'appointment', data: '{"id":"a"}' },
        { name: 'paused', data: '{}' },
      ],
    );
  }
});

test('an event without data is none, several data lines are one text', () => {
  const parse = createEventParser();
  assert.deepEqual(parse('event: x\n\ndata: one\ndata: two\n\n'), [{ name: 'message', data: 'one\ntwo' }]);
});
