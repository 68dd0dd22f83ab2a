import { useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { accessToken } from '../../shared/session/cognito.ts';

/** Fetches the calendar file with the person's token and hands it to the device. */
export function CalendarButton({ id }: { id: string }) {
  const [state, setState] = useState<'ready' | 'fetching' | 'failed'>('ready');
  const fetchFile = async () => {
    setState('fetching');
    try {
      const response = await fetch(`/v1/appointments/${encodeURIComponent(id)}/calendar`, {
        headers: { authorization: `Bearer ${await accessToken()}` },
      });
      if (!response.ok) throw new Error(`calendar file refused: ${response.status}`);
      const url = URL.createObjectURL(await response.blob());
      const link = document.createElement('a');
      link.href = url;
      link.download = 'appointment.ics';
      link.click();
      URL.revokeObjectURL(url);
      setState('ready');
    } catch (error) {
      console.debug('calendar file', error);
      setState('failed');
    }
  };
  return (
    <>
      <Button variant="secondary" pending={state === 'fetching'} onPress={fetchFile}>
        Add to calendar
      </Button>
      {state === 'failed' && (
        <span role="alert" className="field-error">
          The calendar file could not be loaded. Try again.
        </span>
      )}
    </>
  );
}
