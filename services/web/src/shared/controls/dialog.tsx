import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

/** A question that must be answered first. Escape closes it; the focus returns to where it was. */
export function Dialog(props: { title: string; open: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="overlay-box">
        <AriaDialog role="alertdialog" className="dialog">
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
