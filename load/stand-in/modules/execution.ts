import { current, type Virtual } from '../context.ts';

function running(): Virtual {
  const user = current();
  if (user === undefined) throw new Error('k6/execution tells nothing outside an iteration');
  return user;
}

const execution = {
  vu: {
    get idInTest() {
      return running().id;
    },
    get iterationInScenario() {
      return running().iterationInScenario;
    },
    metrics: {
      get tags() {
        return running().tags;
      },
      get metadata() {
        return running().metadata;
      },
    },
  },
  scenario: {
    get name() {
      return running().scenario.name;
    },
    get startTime() {
      return running().scenario.startTime;
    },
    get iterationInTest() {
      return running().iterationInTest;
    },
  },
};
export default execution;
